import type { Act, BegunUnit, ReorganisationSpec } from '#modules/organisation/reorganisation.ts'
import type { UnitKind } from '#modules/organisation/unit-kind.ts'
import { demoUnitId } from './unit-id.ts'
import { city, communeId, district, politicalCentre, province, schoolIdsOf, services } from './yen-son-units.ts'

const unverified = 'Chưa đối chiếu với bản gốc nghị quyết.'
const doiCan = demoUnitId('Phường Đội Cấn', '2020')

/** The real history of the district's shape, in the order of time. */
export function yenSonReorganisations(): ReorganisationSpec[] {
  return [toTheCity(), township(), endOfDistricts()]
}

function toTheCity(): ReorganisationSpec {
  return {
    on: '2020-01-01',
    titleVi: 'Điều chỉnh địa giới: Kim Phú, Phú Lâm, Tân Bình về thành phố Tuyên Quang',
    titleEn: 'Boundary change: Kim Phú, Phú Lâm and Tân Bình pass to Tuyên Quang City',
    newUnits: [begun(doiCan, 'Phường Đội Cấn', 'Đội Cấn Ward', 'ward', { state: city, place: 1 })],
    acts: [
      { kind: 'transfer', from: [communeId('Kim Phú')], to: [], parents: { state: city } },
      {
        kind: 'upgrade',
        from: [communeId('Phú Lâm')],
        to: [],
        nameVi: 'Phường Mỹ Lâm',
        nameEn: 'Mỹ Lâm Ward',
        unitKind: 'ward',
        parents: { state: city },
      },
      {
        kind: 'merge',
        from: [communeId('Tân Bình')],
        to: [doiCan],
        note: `Cùng xã Đội Cấn của thành phố, không có trong hệ thống này. ${unverified}`,
      },
    ],
  }
}

function township(): ReorganisationSpec {
  return {
    on: '2021-07-01',
    titleVi: 'Thành lập thị trấn Yên Sơn (Nghị quyết 1262/NQ-UBTVQH14)',
    titleEn: 'Yên Sơn Township is founded (Resolution 1262/NQ-UBTVQH14)',
    newUnits: [],
    acts: [
      {
        kind: 'upgrade',
        from: [communeId('Thắng Quân')],
        to: [],
        nameVi: 'Thị trấn Yên Sơn',
        nameEn: 'Yên Sơn Township',
        unitKind: 'township',
        note: 'Cùng một phần các xã liền kề; mã 02473 giữ nguyên.',
      },
    ],
  }
}

/** What each new commune came of, with its code (S70). */
const wholly: readonly (readonly [code: string, name: string, from: string])[] = [
  ['02473', 'Yên Sơn', 'Thắng Quân|Tứ Quận|Lang Quán|Chân Sơn'],
  ['02434', 'Lực Hành', 'Quí Quân|Chiêu Yên|Lực Hành'],
  ['02449', 'Xuân Vân', 'Trung Trực|Phúc Ninh|Xuân Vân'],
  ['02455', 'Hùng Lợi', 'Trung Minh|Hùng Lợi'],
  ['02458', 'Trung Sơn', 'Đạo Viện|Công Đa|Trung Sơn'],
  ['02470', 'Tân Long', 'Tân Tiến|Tân Long'],
  ['02494', 'Thái Bình', 'Phú Thịnh|Tiến Bộ'],
  ['02530', 'Nhữ Khê', 'Nhữ Hán|Đội Bình|Nhữ Khê'],
]

const after = (name: string) => demoUnitId(name, '2025')
const myLam = after('Phường Mỹ Lâm')
const minhXuan = after('Phường Minh Xuân')

function endOfDistricts(): ReorganisationSpec {
  return {
    on: '2025-07-01',
    titleVi: 'Kết thúc cấp huyện; sắp xếp các xã của Yên Sơn',
    titleEn: 'The district level ends; the communes of Yên Sơn are rearranged',
    newUnits: [
      ...wholly.map(([code, name], at) =>
        begun(after(`Xã ${name}`), `Xã ${name}`, `${name} Commune`, 'commune', { code, state: province, place: 1000 + at }),
      ),
      begun(after('Xã Tân Trào'), 'Xã Tân Trào', 'Tân Trào Commune', 'commune', { code: '02545', state: province, place: 1200 }),
      ...wards.map(([code, name], at) =>
        begun(after(`Phường ${name}`), `Phường ${name}`, `${name} Ward`, 'ward', { code, state: province, place: 1210 + at }),
      ),
      ...wholly.flatMap(([, name]) => bodiesOf(name, after(`Xã ${name}`))),
      ...bodiesOf('Kiến Thiết', communeId('Kiến Thiết')),
    ],
    acts: [...mergers(), ...parts(), ...ends()],
  }
}

const wards = [
  ['02509', 'Mỹ Lâm'],
  ['02215', 'Minh Xuân'],
  ['02512', 'An Tường'],
  ['02212', 'Nông Tiến'],
  ['02524', 'Bình Thuận'],
] as const

function mergers(): Act[] {
  const outside = 'Cùng các đơn vị khác, không có trong hệ thống này.'
  return [
    ...wholly.map(([, name, from]): Act => ({ kind: 'merge', from: from.split('|').map(communeId), to: [after(`Xã ${name}`)] })),
    {
      kind: 'merge',
      from: [communeId('Kim Quan')],
      to: [after('Xã Tân Trào')],
      note: 'Cùng các xã của huyện Sơn Dương, không có trong hệ thống này.',
    },
    { kind: 'merge', from: [communeId('Phú Lâm'), communeId('Mỹ Bằng')], to: [myLam] },
    { kind: 'merge', from: [communeId('Hoàng Khai')], to: [after('Phường An Tường')], note: outside },
    { kind: 'merge', from: [doiCan], to: [after('Phường Bình Thuận')], note: 'Cùng xã Thái Long, không có trong hệ thống này.' },
    { kind: 'merge', from: [demoUnitId('Tỉnh Hà Giang')], to: [province], note: 'Tỉnh mới giữ tên Tuyên Quang và mã 08.' },
  ]
}

/** Units that went in parts, and where their schools are taken to be: nobody is carried along without a decision. */
function parts(): Act[] {
  return [
    {
      kind: 'split',
      from: [communeId('Thái Bình')],
      to: [after('Xã Thái Bình'), after('Phường Nông Tiến')],
      note: 'Mỗi nơi nhận một phần.',
    },
    { kind: 'split', from: [communeId('Kim Phú')], to: [myLam, minhXuan], note: 'Mỗi nơi nhận một phần.' },
    { kind: 'split', from: [communeId('Trung Môn')], to: [minhXuan], note: `Nhiều khả năng về phường Minh Xuân. ${unverified}` },
    ...(
      [
        ['Thái Bình', after('Xã Thái Bình')],
        ['Kim Phú', myLam],
        ['Trung Môn', minhXuan],
      ] as const
    ).map(([name, to]): Act => ({ kind: 'transfer', from: schoolIdsOf(name), to: [], parents: { state: to }, note: unverified })),
  ]
}

function ends(): Act[] {
  return [
    { kind: 'transfer', from: [communeId('Kiến Thiết')], to: [], parents: { state: province } },
    { kind: 'abolish', from: [district, city], to: [], note: 'Kết thúc hoạt động của cấp huyện từ 01/07/2025.' },
    { kind: 'abolish', from: [...services.map(([name]) => demoUnitId(name)), demoUnitId(politicalCentre)], to: [] },
  ]
}

type Body = readonly [vi: string, en: string, kind: UnitKind, above: 'party' | 'state' | null]

/** The model of Luật 72/2025 (S65); the Party side as reported, not checked against a regulation. */
const bodies: readonly Body[] = [
  ['Đảng ủy', 'Party Committee', 'party_committee', null],
  ['Văn phòng Đảng ủy', 'Office of the Party Committee', 'party_body', 'party'],
  ['Ban Xây dựng Đảng', 'Party-building Board', 'party_body', 'party'],
  ['Ủy ban Kiểm tra Đảng ủy', 'Inspection Commission', 'party_body', 'party'],
  ['HĐND và UBND', 'People’s Council and Committee', 'council_and_committee', null],
  ['Văn phòng HĐND và UBND', 'Office of the Council and Committee', 'state_office', 'state'],
  ['Phòng Kinh tế', 'Economy Office', 'state_office', 'state'],
  ['Phòng Văn hóa – Xã hội', 'Culture and Society Office', 'state_office', 'state'],
  ['Trung tâm Phục vụ hành chính công', 'Public Administration Service Centre', 'public_service_unit', 'state'],
  ['Ủy ban MTTQ', 'Fatherland Front', 'front', null],
]

function bodiesOf(commune: string, communeUnit: string): BegunUnit[] {
  const id = (body: string) => after(`${body} xã ${commune}`)
  return bodies.map(([vi, en, kind, above], at) => {
    const party = above === 'party' ? id('Đảng ủy') : kind === 'party_committee' || kind === 'front' ? communeUnit : undefined
    const state = above === 'state' ? id('HĐND và UBND') : kind === 'council_and_committee' ? communeUnit : undefined
    return begun(id(vi), `${vi} xã ${commune}`, `${en} of ${commune} Commune`, kind, {
      ...(party ? { party } : {}),
      ...(state ? { state } : {}),
      place: 10 + at,
    })
  })
}

function begun(
  id: string,
  nameVi: string,
  nameEn: string,
  kind: UnitKind,
  rest: { code?: string; state?: string; party?: string; place: number },
): BegunUnit {
  return {
    id,
    nameVi,
    nameEn,
    kind,
    place: rest.place,
    codes: rest.code ? [{ scheme: 'administrative', code: rest.code }] : [],
    parents: { state: rest.state, party: rest.party },
  }
}
