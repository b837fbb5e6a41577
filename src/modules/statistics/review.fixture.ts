import type { Tx } from '#db/connect.ts'
import { closeFacts, recordFacts, recordOf } from '#db/facts.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { recordSecondments } from '#modules/movements/secondment.sql.ts'
import { rebuildClosure } from '#modules/organisation/closure.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings, type NewSending } from '#modules/training/sending.sql.ts'
import type { TestApp } from '#tests/app.ts'

/** The instants at which the small district's facts became known. */
const knownFirst = new Date('2020-11-02T02:00:00Z')
const knownLater = new Date('2021-03-01T02:00:00Z')

export type SmallDistrict = {
  unit: Record<'district' | 'organ' | 'stays' | 'left' | 'merged' | 'parted' | 'into' | 'other' | 'empty', string>
  person: Record<string, string>
  decision: Record<string, string>
  klass: Record<string, string>
}

const names = {
  an: 'Nguyễn Văn An',
  anh: 'Bàn Thị Ánh',
  binh: 'Ma Đức Bình',
  dung: 'Hoàng Thị Dung',
  giang: 'Đặng Văn Giang',
  hoa: 'Quan Thị Hoa',
  khanh: 'Triệu Văn Khánh',
  lan: 'Đặng Thị Lan',
  minh: 'Vũ Minh',
  nam: 'Lý Văn Nam',
} as const

/** A district small enough to count by hand, with a trap in every line of the review. */
export async function makeSmallDistrict({ write }: Pick<TestApp, 'write'>): Promise<SmallDistrict> {
  const made = await write(async (tx) => {
    await syncTitles(tx)
    const unit = await makeUnits(tx)
    const person = await makePeople(tx)
    const decision = await makeDecisions(tx)
    await makeSendings(tx, { unit, person, decision })
    const klass = await makeClasses(tx, { unit, person })
    await makeSecondments(tx, { unit, person, decision })
    await makePosts(tx, { unit, person })
    return { unit, person, decision, klass }
  }, knownFirst)
  await write((tx) => makeLaterKnowledge(tx, made), knownLater)
  return made
}

async function makeUnits(tx: Tx): Promise<SmallDistrict['unit']> {
  const [province, district] = await addUnits(tx, [
    { nameVi: 'Tỉnh Thử', nameEn: 'Thu Province', kind: 'province', from: '1990-01-01' },
    { nameVi: 'Huyện Thử', nameEn: 'Thu District', kind: 'district', from: '1990-01-01' },
  ])
  const below = { state: district }
  const [organ, stays, left, merged, parted, into, other, empty] = await addUnits(tx, [
    { nameVi: 'Phòng Nội vụ', nameEn: 'Office of Home Affairs', kind: 'state_office', from: '1990-01-01', parents: below },
    { nameVi: 'Xã Ở Lại', nameEn: 'O Lai Commune', kind: 'commune', from: '1990-01-01', parents: below },
    { nameVi: 'Xã Rời Đi', nameEn: 'Roi Di Commune', kind: 'commune', from: '1990-01-01' },
    { nameVi: 'Xã Nhập Cả', nameEn: 'Nhap Ca Commune', kind: 'commune', from: '1990-01-01', to: '2019-01-01', parents: below },
    { nameVi: 'Xã Nhập Một Phần', nameEn: 'Nhap Mot Phan Commune', kind: 'commune', from: '1990-01-01', to: '2019-01-01', parents: below },
    { nameVi: 'Xã Mới', nameEn: 'Moi Commune', kind: 'commune', from: '2019-01-01', parents: below },
    { nameVi: 'Thành phố Bên Cạnh', nameEn: 'Ben Canh City', kind: 'city', from: '1990-01-01' },
    { nameVi: 'Xã Trống', nameEn: 'Trong Commune', kind: 'commune', from: '1990-01-01', parents: below },
  ])
  const unit = { district, organ, stays, left, merged, parted, into, other, empty } as SmallDistrict['unit'] // one id for each unit entered
  await recordFacts(tx, 'organisation.unit_parent', [
    { unit_id: unit.district, parent_id: province, system: 'state', held: '[1990-01-01,)' },
    { unit_id: unit.left, parent_id: unit.district, system: 'state', held: '[1990-01-01,2020-01-01)' },
    { unit_id: unit.left, parent_id: unit.other, system: 'state', held: '[2020-01-01,)' },
  ])
  await rebuildClosure(tx)
  await makeSuccessions(tx, unit)
  return unit
}

async function makeSuccessions(tx: Tx, unit: SmallDistrict['unit']): Promise<void> {
  const { entryId, now } = recordOf(tx)
  const row = await tx
    .insertInto('organisation.reorganisation')
    .values({ on_day: '2019-01-01', title_vi: 'Nhập xã', title_en: 'Merger', spec: '{}', applied_at: now, entry_id: entryId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordFacts(tx, 'organisation.succession', [
    { from_unit_id: unit.merged, to_unit_id: unit.into, kind: 'merge', whole: true, on_day: '2019-01-01', reorganisation_id: row.id },
    { from_unit_id: unit.parted, to_unit_id: unit.into, kind: 'split', whole: false, on_day: '2019-01-01', reorganisation_id: row.id },
  ])
}

async function makePeople(tx: Tx): Promise<Record<string, string>> {
  const keys = Object.keys(names)
  const ids = await addPeople(
    tx,
    Object.values(names).map((fullName) => ({
      fullName,
      sex: fullName.includes('Thị') ? ('female' as const) : ('male' as const),
      birth: '1980',
      ethnicity: '02',
      partyOfficial: '2005-02-03',
    })),
  )
  return Object.fromEntries(keys.map((key, index) => [key, ids[index] ?? '']))
}

async function makeDecisions(tx: Tx): Promise<Record<string, string>> {
  const codes = { first: '215-QĐ/HU', withdrawn: '301-QĐ/HU', seconding: '12/QĐ-UBND' }
  const ids = await addDecisions(
    tx,
    Object.values(codes).map((code) => ({ code, kind: 'sending', issuedOn: '2016-01-04', issuer: 'Huyện ủy Thử', subject: 'Cử đi học' })),
  )
  return Object.fromEntries(Object.keys(codes).map((key, index) => [key, ids[index] ?? '']))
}

type Made = Pick<SmallDistrict, 'unit' | 'person' | 'decision'>

async function makeSendings(tx: Tx, { unit, person, decision }: Made): Promise<void> {
  const send = (who: keyof typeof names, kind: string, sentOn: string, more: Partial<NewSending> = {}): NewSending => ({
    personId: person[who] ?? '',
    kind,
    sentOn,
    unitId: unit.stays,
    decisionId: decision['first'] ?? null,
    ...more,
  })
  await recordSendings(tx, [
    send('an', 'LLCT_CC', '2015-01-01'), // the first day of the period counts
    send('anh', 'LLCT_CC', '2020-12-31', { unitId: unit.organ }), // and so does the last
    send('binh', 'LLCT_CC', '2014-12-31'), // the day before does not
    send('binh', 'LLCT_CC', '2021-01-01'), // nor the day after
    send('an', 'LLCT_TC', '2016-05-04'), // the same person in a second kind
    send('binh', 'LLCT_TC', '2016-05-04', { unitId: unit.merged }), // of a commune that passed whole into another
    send('dung', 'LLCT_TC', '2016-05-04', { unitId: unit.parted }), // of one that only a part of came: not carried over
    send('giang', 'LLCT_TC', '2016-05-04', { unitId: unit.left }), // of a commune that left for the city
    send('giang', 'DT_DH', '2020-06-01', { unitId: unit.left }), // sent by the city, never the district's
    send('hoa', 'DT_DH', '2017-09-01', { status: 'cancelled' }),
    send('khanh', 'DT_DH', '2017-09-01', { decisionId: decision['withdrawn'] ?? null }), // its paper is withdrawn later
    send('lan', 'DT_DH', '2017-09-01'), // corrected later to a college
    send('minh', 'BD_BCV', '2018-03-01', { purpose: 'BD_HDND' }),
    send('nam', 'BD_VTVL', '2018-03-01'), // a kind outside the eight
    send('nam', 'BD_TH', '2018-03-01'), // a kind outside the eight
    send('hoa', 'QLNN_CV', '2019-03-01', { unitId: unit.other }), // of another district
  ])
}

async function makeClasses(tx: Tx, { unit, person }: Pick<SmallDistrict, 'unit' | 'person'>): Promise<Record<string, string>> {
  const [listed, counted, both, updating, foreign, thematic, party, mass, late] = await addClasses(tx, [
    { kind: 'LLCT_SC', title: 'Sơ cấp khóa 1', openerUnitId: unit.organ, openedOn: '2015-01-01', closedOn: '2015-03-01' },
    { kind: 'LLCT_SC', title: 'Sơ cấp khóa 2', openerUnitId: unit.district, openedOn: '2020-12-31', headCount: 60 },
    { kind: 'LLCT_TC', title: 'Trung cấp khóa 3', openerUnitId: unit.district, openedOn: '2018-01-05', headCount: 50 },
    { kind: 'BD_CN', title: 'Cập nhật kiến thức', openerUnitId: unit.district, openedOn: '2018-01-05', headCount: 7 },
    { kind: 'LLCT_TC', title: 'Lớp của thành phố', openerUnitId: unit.other, openedOn: '2018-01-05', headCount: 99 },
    { kind: 'BD_CD', title: 'Chuyên đề', openerUnitId: unit.district, openedOn: '2018-01-05', headCount: 120 },
    { kind: 'BD_XDD', title: 'Nghiệp vụ Đảng', openerUnitId: unit.district, openedOn: '2018-01-05', headCount: 30 },
    { kind: 'BD_DT', title: 'Nghiệp vụ đoàn thể', openerUnitId: unit.stays, openedOn: '2018-01-05' },
    { kind: 'BD_CD', title: 'Chuyên đề năm sau', openerUnitId: unit.district, openedOn: '2021-01-01', headCount: 15 },
  ])
  const enrol = (who: keyof typeof names, classId = '') => ({
    personId: person[who] ?? '',
    classId,
    unitId: unit.stays,
    openedOn: '2018-01-05',
  })
  // The class that is both listed and counted: its list stands, its head count is not added.
  await recordEnrolments(tx, [enrol('an', listed), enrol('anh', listed), enrol('an', both), enrol('an', mass), enrol('binh', mass)])
  return { listed, counted, both, updating, foreign, thematic, party, mass, late } as Record<string, string> // one id for each class entered
}

async function makeSecondments(tx: Tx, { unit, person, decision }: Made): Promise<void> {
  const second = (who: keyof typeof names, from: string, to: string | null, hostUnitId = unit.stays, fromUnitId = unit.organ) => ({
    personId: person[who] ?? '',
    fromUnitId,
    hostUnitId,
    from,
    to,
    decisionId: decision['seconding'] ?? null,
  })
  await recordSecondments(tx, [
    second('an', '2013-01-01', '2015-01-02'), // its last day is the period's first
    second('anh', '2013-01-01', '2015-01-01'), // ended the day before
    second('binh', '2020-12-31', '2021-12-31'), // begins on the period's last day
    second('dung', '2021-01-01', '2022-01-01'), // begins the day after
    second('giang', '2017-01-01', '2018-01-01', unit.other), // not to a commune
    second('hoa', '2017-01-01', '2018-01-01', unit.stays, unit.other), // sent by the city
  ])
}

/** Three serve at Xã Ở Lại: one has all, one is studying, one has a title for which no fields are named. */
async function makePosts(tx: Tx, { unit, person }: Pick<SmallDistrict, 'unit' | 'person'>): Promise<void> {
  const post = (who: keyof typeof names, titleCode: string, unitId = unit.stays) => ({
    personId: person[who] ?? '',
    kind: 'main' as const,
    unitId,
    titleCode,
    titleText: titleCode,
    from: '2015-06-01',
  })
  await recordAssignments(tx, [
    post('an', 'X_TCKT'),
    post('anh', 'X_TPHT'),
    post('binh', 'X_UBND_CT'),
    post('dung', 'X_KCT'), // not full-time: not among them
    { ...post('giang', 'X_UBND_CT'), kind: 'concurrent' as const }, // a concurrent post does not count
    { ...post('lan', 'X_VPTK'), to: '2020-12-31' }, // left the day before
    post('khanh', 'X_KCT', unit.empty),
  ])
  const held = (who: keyof typeof names, kind: 'degree' | 'theory', level: string, rank: number, more: object = {}) => ({
    personId: person[who] ?? '',
    kind,
    level,
    rank,
    state: 'finished' as const,
    from: '2010-01-01',
    ...more,
  })
  await recordQualifications(tx, [
    held('an', 'degree', 'DH', 4, { fieldCode: 'KE_TOAN', fieldText: 'Kế toán' }),
    held('an', 'theory', 'TC', 2),
    held('anh', 'degree', 'THS', 5, { fieldCode: 'Y_DUOC', fieldText: 'Y khoa' }), // high, but not in a field of the title
    held('anh', 'theory', 'TC', 2, { state: 'studying', to: '2021-06-01' }), // being studied counts for theory
    held('binh', 'degree', 'CD', 3, { fieldCode: 'LUAT', fieldText: 'Luật' }),
    held('binh', 'degree', 'DH', 4, { state: 'studying', fieldCode: 'LUAT', to: '2021-06-01' }), // and does not for a degree
    held('binh', 'theory', 'SC', 1),
  ])
  await recordFacts(tx, 'qualifications.accepted_field', [
    { title_code: 'X_TCKT', field_code: 'KE_TOAN', held: '[2010-01-01,)' },
    { title_code: 'X_TPHT', field_code: 'LUAT', held: '[2010-01-01,)' },
  ])
}

/** In March 2021: a withdrawn paper, a corrected fact, and a sending of 2019 entered late. */
async function makeLaterKnowledge(tx: Tx, { unit, person, decision }: Made): Promise<void> {
  const rows = await tx
    .selectFrom('training.sending')
    .select(['id', 'person_id'])
    .where('kind', '=', 'DT_DH')
    .where('status', '=', 'sent')
    .execute()
  const ofPerson = (who: string) => rows.filter(({ person_id }) => person_id === person[who]).map(({ id }) => id)
  await closeFacts(tx, 'training.sending', ofPerson('khanh'), 'withdrawn')
  await closeFacts(tx, 'training.sending', ofPerson('lan'), 'corrected')
  await recordSendings(tx, [
    { personId: person['lan'] ?? '', kind: 'DT_CD', sentOn: '2017-09-01', unitId: unit.stays, decisionId: decision['first'] ?? null },
    { personId: person['minh'] ?? '', kind: 'QLNN_CVC', sentOn: '2019-05-01', unitId: unit.stays, decisionId: decision['first'] ?? null },
  ])
}
