import type { NewUnit } from '#modules/organisation/unit.sql.ts'
import type { UnitKind } from '#modules/organisation/unit-kind.ts'
import { demoUnitId } from './unit-id.ts'

/** The day from which the demo speaks of units; how the district was shaped before 2009 is not kept. */
export const yenSonBegins = '2005-01-01'

export const province = demoUnitId('Tỉnh Tuyên Quang')
export const district = demoUnitId('Huyện Yên Sơn')
export const city = demoUnitId('Thành phố Tuyên Quang')

/** Communes of the district from 2015 to 2019 with their codes; those of 30/6/2025 (S71) and those that left before. */
export const communes: readonly (readonly [code: string, name: string])[] = [
  ['02431', 'Quí Quân'],
  ['02434', 'Lực Hành'],
  ['02437', 'Kiến Thiết'],
  ['02440', 'Trung Minh'],
  ['02443', 'Chiêu Yên'],
  ['02446', 'Trung Trực'],
  ['02449', 'Xuân Vân'],
  ['02452', 'Phúc Ninh'],
  ['02455', 'Hùng Lợi'],
  ['02458', 'Trung Sơn'],
  ['02461', 'Tân Tiến'],
  ['02464', 'Tứ Quận'],
  ['02467', 'Đạo Viện'],
  ['02470', 'Tân Long'],
  ['02473', 'Thắng Quân'],
  ['02476', 'Kim Quan'],
  ['02479', 'Lang Quán'],
  ['02482', 'Phú Thịnh'],
  ['02485', 'Công Đa'],
  ['02488', 'Trung Môn'],
  ['02491', 'Chân Sơn'],
  ['02494', 'Thái Bình'],
  ['02497', 'Kim Phú'],
  ['02500', 'Tiến Bộ'],
  ['02506', 'Mỹ Bằng'],
  ['02509', 'Phú Lâm'],
  ['02518', 'Hoàng Khai'],
  ['02527', 'Nhữ Hán'],
  ['02530', 'Nhữ Khê'],
  ['02533', 'Đội Bình'],
]

export const schoolKinds = [
  ['Trường Mầm non', 'Kindergarten'],
  ['Trường Tiểu học', 'Primary School'],
  ['Trường THCS', 'Lower Secondary School'],
] as const

export const partyCommittee = 'Huyện ủy Yên Sơn'
export const peoplesCommittee = 'HĐND và UBND huyện Yên Sơn'
export const jointBody = 'Cơ quan Tổ chức – Nội vụ huyện Yên Sơn'

export const services: readonly (readonly [string, string])[] = [
  ['Trung tâm Văn hóa, Truyền thông và Thể thao huyện Yên Sơn', 'Yên Sơn Culture, Media and Sport Centre'],
  ['Trung tâm Dịch vụ nông nghiệp huyện Yên Sơn', 'Yên Sơn Agricultural Service Centre'],
  ['Ban Quản lý dự án đầu tư xây dựng huyện Yên Sơn', 'Yên Sơn Construction Project Board'],
  ['Trung tâm Phát triển quỹ đất huyện Yên Sơn', 'Yên Sơn Land Development Centre'],
  ['Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Yên Sơn', 'Yên Sơn Vocational and Continuing Education Centre'],
]
export const politicalCentre = 'Trung tâm Bồi dưỡng chính trị huyện Yên Sơn'

type Named = readonly [vi: string, en: string]

const boards: readonly Named[] = [
  ['Văn phòng Huyện ủy Yên Sơn', 'Office of the Yên Sơn District Party Committee'],
  ['Ban Tuyên giáo Huyện ủy Yên Sơn', 'Propaganda Board of the Yên Sơn District Party Committee'],
  ['Ban Dân vận Huyện ủy Yên Sơn', 'Mass Mobilisation Board of the Yên Sơn District Party Committee'],
  ['Ủy ban Kiểm tra Huyện ủy Yên Sơn', 'Inspection Commission of the Yên Sơn District Party Committee'],
]
const offices: readonly Named[] = [
  ['Văn phòng HĐND và UBND huyện Yên Sơn', 'Office of the Yên Sơn Council and Committee'],
  ['Phòng Tư pháp huyện Yên Sơn', 'Yên Sơn Justice Office'],
  ['Phòng Tài chính - Kế hoạch huyện Yên Sơn', 'Yên Sơn Finance and Planning Office'],
  ['Phòng Tài nguyên và Môi trường huyện Yên Sơn', 'Yên Sơn Natural Resources and Environment Office'],
  ['Phòng Lao động - Thương binh và Xã hội huyện Yên Sơn', 'Yên Sơn Labour, Invalids and Social Affairs Office'],
  ['Phòng Văn hóa và Thông tin huyện Yên Sơn', 'Yên Sơn Culture and Information Office'],
  ['Phòng Giáo dục và Đào tạo huyện Yên Sơn', 'Yên Sơn Education and Training Office'],
  ['Phòng Y tế huyện Yên Sơn', 'Yên Sơn Health Office'],
  ['Thanh tra huyện Yên Sơn', 'Yên Sơn Inspectorate'],
  ['Phòng Nông nghiệp và Phát triển nông thôn huyện Yên Sơn', 'Yên Sơn Agriculture and Rural Development Office'],
  ['Phòng Kinh tế và Hạ tầng huyện Yên Sơn', 'Yên Sơn Economy and Infrastructure Office'],
  ['Phòng Dân tộc huyện Yên Sơn', 'Yên Sơn Ethnic Affairs Office'],
]
const associations: readonly Named[] = [
  ['Liên đoàn Lao động huyện Yên Sơn', 'Yên Sơn Labour Federation'],
  ['Huyện đoàn Yên Sơn', 'Yên Sơn Youth Union'],
  ['Hội LHPN huyện Yên Sơn', 'Yên Sơn Women’s Union'],
  ['Hội Nông dân huyện Yên Sơn', 'Yên Sơn Farmers’ Association'],
  ['Hội Cựu chiến binh huyện Yên Sơn', 'Yên Sơn Veterans’ Association'],
]

/** The units as the demo begins: the district with 30 communes and one township, its bodies and schools, and what lies around it. */
export function yenSonStart(): NewUnit[] {
  return [
    unit('Tỉnh Tuyên Quang', 'Tuyên Quang Province', 'province', { code: '08' }),
    unit('Tỉnh Hà Giang', 'Hà Giang Province', 'province', { code: '02', place: 9000 }),
    unit('Huyện Yên Sơn', 'Yên Sơn District', 'district', { code: '075', state: province, place: 1 }),
    unit('Thành phố Tuyên Quang', 'Tuyên Quang City', 'city', { code: '070', state: province, place: 2 }),
    ...partySide(),
    ...stateSide(),
    unit('Ủy ban MTTQ huyện Yên Sơn', 'Yên Sơn Fatherland Front', 'front', { party: district, place: 300 }),
    ...associations.map(([vi, en], at) => unit(vi, en, 'mass_organisation', { party: district, place: 301 + at })),
    ...communes.map(([code, name], at) => unit(`Xã ${name}`, `${name} Commune`, 'commune', { code, state: district, place: 1000 + at })),
    unit('Thị trấn Tân Bình', 'Tân Bình Township', 'township', { code: '02428', state: district, place: 1100 }),
    ...[...communes.map(([, name]) => name), 'Tân Bình'].flatMap(schoolsOf),
  ]
}

function partySide(): NewUnit[] {
  const committee = demoUnitId(partyCommittee)
  return [
    unit(partyCommittee, 'Yên Sơn District Party Committee', 'party_committee', { party: district, place: 100 }),
    ...boards.map(([vi, en], at) => unit(vi, en, 'party_body', { party: committee, place: 110 + at })),
    unit(jointBody, 'Yên Sơn Organisation and Home Affairs Body', 'joint_body', {
      party: committee,
      state: demoUnitId(peoplesCommittee),
      place: 101,
    }),
    unit('Ban Tổ chức Huyện ủy Yên Sơn', 'Organisation Board of the Yên Sơn District Party Committee', 'party_body', {
      party: demoUnitId(jointBody),
      place: 102,
    }),
    unit(politicalCentre, 'Yên Sơn Political Training Centre', 'public_service_unit', { party: committee, place: 120 }),
  ]
}

function stateSide(): NewUnit[] {
  const committee = demoUnitId(peoplesCommittee)
  return [
    unit(peoplesCommittee, 'Yên Sơn District People’s Council and Committee', 'council_and_committee', { state: district, place: 200 }),
    ...offices.map(([vi, en], at) => unit(vi, en, 'state_office', { state: committee, place: 210 + at })),
    unit('Phòng Nội vụ huyện Yên Sơn', 'Yên Sơn Home Affairs Office', 'state_office', { state: demoUnitId(jointBody), place: 103 }),
    ...services.map(([vi, en], at) => unit(vi, en, 'public_service_unit', { state: committee, place: 250 + at })),
  ]
}

export function communeId(name: string): string {
  return demoUnitId(name === 'Tân Bình' ? 'Thị trấn Tân Bình' : `Xã ${name}`)
}

export function schoolIdsOf(commune: string): string[] {
  return schoolKinds.map(([vi]) => demoUnitId(`${vi} ${commune}`))
}

function schoolsOf(commune: string): NewUnit[] {
  return schoolKinds.map(([vi, en], at) =>
    unit(`${vi} ${commune}`, `${commune} ${en}`, 'public_service_unit', { state: communeId(commune), place: at }),
  )
}

function unit(vi: string, en: string, kind: UnitKind, rest: { code?: string; state?: string; party?: string; place?: number }): NewUnit {
  return {
    id: demoUnitId(vi),
    nameVi: vi,
    nameEn: en,
    kind,
    from: yenSonBegins,
    place: rest.place ?? 0,
    codes: rest.code ? [{ scheme: 'administrative', code: rest.code }] : [],
    parents: { state: rest.state, party: rest.party },
  }
}
