import type { Tx } from '#db/connect.ts'
import { rebuildClosure } from '#modules/organisation/closure.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { TestApp } from '#tests/app.ts'

export type TrainedProvince = {
  unit: Record<'province' | 'department' | 'district' | 'office' | 'commune' | 'other', string>
  person: Record<(typeof names)[number], string>
  klass: Record<'mass' | 'party' | 'counted' | 'commune' | 'above', string>
  sending: string[]
}

const names = ['an', 'binh', 'chi', 'dung', 'giang', 'hoa', 'lan', 'minh'] as const
const fullNames: Record<(typeof names)[number], string> = {
  an: 'Nguyễn Văn An',
  binh: 'Ma Đức Bình',
  chi: 'Quan Thị Chi',
  dung: 'Hoàng Thị Dung',
  giang: 'Đặng Văn Giang',
  hoa: 'Quan Thị Hoa',
  lan: 'Đặng Thị Lan',
  minh: 'Vũ Minh',
}

/** A province in 2018, small enough to fill Biểu 10 by hand, with a trap in every column. */
export async function makeTrainedProvince(app: Pick<TestApp, 'write'>): Promise<TrainedProvince> {
  return app.write(async (tx) => {
    await syncTitles(tx)
    const unit = await makeUnits(tx)
    const person = await makePeople(tx, unit)
    const sending = await makeSendings(tx, unit, person)
    return { unit, person, sending, klass: await makeClasses(tx, unit, person) }
  }, new Date('2019-01-10T02:00:00Z'))
}

async function makeUnits(tx: Tx): Promise<TrainedProvince['unit']> {
  const from = '1990-01-01'
  const [province = '', other = ''] = await addUnits(tx, [
    { nameVi: 'Tỉnh Thử', nameEn: 'Thu Province', kind: 'province', from },
    { nameVi: 'Tỉnh Bên Cạnh', nameEn: 'Ben Canh Province', kind: 'province', from },
  ])
  const [department = '', district = ''] = await addUnits(tx, [
    { nameVi: 'Sở Nội vụ', nameEn: 'Department of Home Affairs', kind: 'state_office', from, parents: { state: province } },
    { nameVi: 'Huyện Thử', nameEn: 'Thu District', kind: 'district', from, to: '2025-07-01', parents: { state: province } },
  ])
  const [office = '', commune = ''] = await addUnits(tx, [
    {
      nameVi: 'Phòng Nội vụ',
      nameEn: 'Office of Home Affairs',
      kind: 'state_office',
      from,
      to: '2025-07-01',
      parents: { state: district },
    },
    { nameVi: 'Xã Thử', nameEn: 'Thu Commune', kind: 'commune', from, to: '2025-07-01', parents: { state: district } },
  ])
  await rebuildClosure(tx)
  return { province, department, district, office, commune, other }
}

async function makePeople(tx: Tx, unit: TrainedProvince['unit']): Promise<TrainedProvince['person']> {
  const ids = await addPeople(
    tx,
    names.map((name) => ({
      fullName: fullNames[name],
      sex: fullNames[name].includes('Thị') ? 'female' : 'male',
      birth: '1980',
      ethnicity: '01',
    })),
  )
  const person = Object.fromEntries(names.map((name, at) => [name, ids[at] ?? ''])) as TrainedProvince['person'] // one id for each name
  const post = (name: (typeof names)[number], unitId: string, titleCode: string | null, to: string | null = null) => ({
    personId: person[name],
    kind: 'main' as const,
    unitId,
    titleCode,
    titleText: titleCode ?? 'Chuyên viên',
    from: '2010-01-01',
    to,
  })
  await recordAssignments(tx, [
    post('an', unit.department, null),
    post('binh', unit.office, 'H_BAN_TB'), // a leader of the district
    post('chi', unit.office, null),
    post('dung', unit.commune, 'X_UBND_CT'),
    post('giang', unit.commune, 'X_VPTK', '2018-06-01'), // goes to the district in June
    { ...post('giang', unit.office, 'H_BAN_PTB'), from: '2018-06-01' },
    post('hoa', unit.commune, 'X_TCKT'),
    post('lan', unit.other, null),
  ])
  return person
}

async function makeSendings(tx: Tx, unit: TrainedProvince['unit'], person: TrainedProvince['person']): Promise<string[]> {
  const send = (name: (typeof names)[number], kind: string, sentOn: string, unitId: string, more: object = {}) => ({
    personId: person[name],
    kind,
    sentOn,
    unitId,
    ...more,
  })
  return recordSendings(tx, [
    send('an', 'DT_SDH_THS', '2018-01-01', unit.department, {
      institution: 'Học viện ở nước ngoài',
      outcome: 'completed',
      outcomeOn: '2019-06-01',
    }),
    send('an', 'DT_SDH_TS', '2017-12-31', unit.department), // the day before the year
    send('binh', 'LLCT_CC', '2018-03-01', unit.office, { mode: 'TT', outcome: 'completed', outcomeOn: '2018-12-31' }),
    send('chi', 'LLCT_TC', '2018-03-01', unit.office, { mode: 'KTT' }),
    send('dung', 'LLCT_TC', '2018-03-01', unit.commune), // how it is attended is not written down
    send('hoa', 'LLCT_TC', '2018-03-01', unit.commune, { mode: 'KTT', status: 'cancelled' }),
    send('giang', 'BD_TH', '2018-02-01', unit.commune),
    send('giang', 'BD_TH', '2018-09-01', unit.office), // twice in a programme: one person, of the district by then
    send('giang', 'QLNN_CV', '2018-02-01', unit.commune),
    send('hoa', 'DT_CD', '2018-04-01', unit.commune), // no row of the form
    send('hoa', 'DT_DH', '2018-12-31', unit.commune, { institution: 'Liên kết đào tạo với nước ngoài' }),
    send('lan', 'DT_DH', '2018-04-01', unit.other), // of another province
  ])
}

async function makeClasses(tx: Tx, unit: TrainedProvince['unit'], person: TrainedProvince['person']): Promise<TrainedProvince['klass']> {
  const [mass = '', party = '', counted = '', commune = '', above = ''] = await addClasses(tx, [
    { kind: 'BD_DT', title: 'Nghiệp vụ đoàn thể', openerUnitId: unit.office, openedOn: '2018-05-05' },
    { kind: 'BD_XDD', title: 'Nghiệp vụ Đảng', openerUnitId: unit.department, openedOn: '2018-05-05' },
    { kind: 'BD_CN', title: 'Cập nhật kiến thức', openerUnitId: unit.district, openedOn: '2018-05-05', headCount: 60 },
    { kind: 'BD_CD', title: 'Chuyên đề của xã', openerUnitId: unit.commune, openedOn: '2018-05-05' },
    { kind: 'QLNN_CV', title: 'Lớp của tỉnh bên', openerUnitId: unit.other, openedOn: '2018-02-01' },
  ])
  const enrol = (name: (typeof names)[number], classId: string, more: object = {}) => ({
    personId: person[name],
    classId,
    unitId: unit.commune,
    openedOn: '2018-05-05',
    ...more,
  })
  await recordEnrolments(tx, [
    enrol('dung', mass, { state: 'completed', stateOn: '2018-05-09' }),
    enrol('hoa', mass),
    enrol('minh', mass), // holds no post
    enrol('chi', mass, { unitId: unit.office, state: 'withdrawn' }),
    enrol('an', party, { unitId: unit.department }),
    enrol('hoa', commune),
  ])
  return { mass, party, counted, commune, above }
}
