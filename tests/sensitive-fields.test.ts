import PizZip from 'pizzip'
import readXlsxFile from 'read-excel-file/node'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildRoutes } from '#app'
import type { Operation } from '#lib/operation.ts'
import { correctProfile, createPerson, recordIdentity, recordMembership } from '#modules/people/person.contract.ts'
import { guardedFields, guardedNames } from '#modules/people/field-classes.ts'
import { exportColumns, sorts } from '#modules/people/list.contract.ts'
import { recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import { oracle, seesSensitive } from './access-oracle.ts'
import { roleOf, type Letter } from './access-rule.ts'
import { makePlaces, makeThings, type Places, type Things } from './access-things.ts'
import { testApp, type TestApp } from './app.ts'
import { ask, sessionOf } from './ask.ts'
import { sampleInput } from './sample-input.ts'

/** Values that stand nowhere else: where one of them is read, a sensitive field is. */
const planted = {
  residence: 'Số 77 ngõ Kín Đáo',
  phone: '0977123499',
  formerPhone: '0977123488',
  partyJoined: '2002-09-19',
  partyOfficial: '2003-10-20',
  cccd: '008083987654',
  partyCard: '998877665544',
  cell: 'Chi bộ Kín Tiếng',
  cellTitle: 'Phó bí thư chi bộ kín',
  association: 'Hội Kín Đáo',
}
/** Words that tell of the Party or an association, in either language or as a code. */
const words = [
  'party_card',
  'party_member',
  'association_member',
  'Số thẻ đảng viên',
  'Party card',
  'Đảng viên',
  'Party member',
  'Hội viên',
]
/** As a reader in Vietnamese or a workbook may see the same. */
const values = [...Object.values(planted), ...words, '19/09/2002', '20/10/2003']
const keys = new Set<string>(guardedFields.filter((name) => name !== 'signIn'))
const routes = buildRoutes()
const basis = 'Hồ sơ gốc'

let app: TestApp
let places: Places
let things: Things
let partyOnly = ''
let sessions: Record<Letter, string>

beforeAll(async () => {
  app = await testApp()
  places = await makePlaces(app)
  things = await makeThings(app, places.inside, places.granted)
  await makeThings(app, places.outside, places.granted)
  const { personId } = await enter(
    'Nguyễn Thị Kín',
    { tie: 'post', titleText: 'Kế toán' },
    { cccd: planted.cccd, partyJoined: planted.partyJoined },
  )
  const seen = { fullName: 'Nguyễn Thị Kín', sex: 'female' as const, birth: '1983-05-02', ethnicity: '02', religion: '01' }
  await app.setToday('2026-11-24')
  const party = { partyJoined: planted.partyJoined, partyOfficial: planted.partyOfficial }
  await app.call(correctProfile, { personId, ...seen, ...party, residence: planted.residence, phone: planted.phone, reason: 'bổ sung' })
  await app.call(recordIdentity, { personId, kind: 'party_card', number: planted.partyCard, from: '2004-01-01', basis })
  const cell = { kind: 'party_member' as const, unitId: places.inside, titleText: planted.cellTitle, association: planted.cell }
  await app.call(recordMembership, { personId, ...cell, from: '2011-01-01', decisionId: things['decisionId'] })
  partyOnly = (
    await enter(
      'Trần Văn Mật',
      { tie: 'membership', kind: 'association_member', association: planted.association, titleText: planted.cellTitle },
      {},
    )
  ).personId
  await app.write((tx) =>
    recordEnrolments(tx, [
      {
        personId: partyOnly,
        classId: things['classId'] ?? '',
        unitId: places.inside,
        titleText: planted.cellTitle,
        openedOn: '2020-02-03',
      },
    ]),
  )
  await app.write((tx) =>
    recordSendings(tx, [
      { personId: partyOnly, kind: 'LLCT_TC', unitId: places.inside, titleText: planted.cellTitle, sentOn: '2019-02-01' },
    ]),
  )
  things = { ...things, personId }
  const made: [string, string][] = []
  for (const letter of Object.keys(roleOf) as Letter[]) {
    made.push([letter, await sessionOf(app, { role: roleOf[letter], unitId: places.granted, personId: letter === 'M' ? partyOnly : null })])
  }
  // One for each letter.
  sessions = Object.fromEntries(made) as Record<Letter, string>
}, 60_000)

function enter(fullName: string, as: object, more: object): Promise<{ personId: string }> {
  const input = {
    fullName,
    sex: 'female',
    birth: '1983-05-02',
    phone: planted.formerPhone,
    ...more,
    unitId: places.inside,
    from: '2015-01-01',
    as,
    basis,
  }
  const sure = ['id-sex-differs', 'id-birth-differs', 'id-province', 'person-alike'].map((code) => ({
    code,
    reason: 'Đã đối chiếu bản gốc',
  }))
  return app.call(createPerson, { ...input, override: sure } as Parameters<
    typeof app.call<typeof createPerson.input, typeof createPerson.reply>
  >[1])
}

test('whoever may not see people closely reads no sensitive field in any answer, list, export, paper or entry of the log', async () => {
  const leaks: string[] = []
  for (const [letter, session] of Object.entries(sessions)) {
    if ((seesSensitive as readonly string[]).includes(letter)) continue
    for (const { op, input } of await reading(letter)) {
      const shown = await shownBy(session, op, input)
      for (const value of values)
        if (shown.text.includes(value)) leaks.push(`${letter} ${op.id} ${value} ${JSON.stringify(input).slice(0, 120)}`)
      for (const key of shown.keys) if (keys.has(key)) leaks.push(`${letter} ${op.id} ${key}`)
    }
  }
  expect([...new Set(leaks)]).toEqual([])
})

test('whoever may see people closely reads each of the fields somewhere, so that the test above looks where they are', async () => {
  const unread = new Map(seesSensitive.filter((letter) => letter !== 'M').map((letter) => [letter, new Set(Object.values(planted))]))
  for (const [letter, left] of unread) {
    for (const { op, input } of await reading(letter)) {
      if (left.size === 0) break
      const { text } = await shownBy(sessions[letter] ?? '', op, input)
      for (const value of left) if (text.includes(value)) left.delete(value)
    }
  }
  expect([...unread].map(([letter, left]) => [letter, [...left]])).toEqual([...unread.keys()].map((letter) => [letter, []]))
})

test('who is clerk of one unit and leader of another sees closely only in the other', async () => {
  const session = await sessionOf(app, { role: 'unit_clerk', unitId: places.granted })
  await sql`
    insert into access.role_grant (account_id, role, unit_id, granted_at)
    select account_id, 'leader', ${places.outside}::uuid, now() from access.role_grant order by id desc limit 1`.execute(app.db)
  const leaks: string[] = []
  for (const { op, input } of await reading('C')) {
    const { text } = await shownBy(session, op, input)
    for (const value of values) if (text.includes(value)) leaks.push(`${op.id} ${value}`)
  }
  expect(leaks).toEqual([])
  const whole = { group: 'all', status: 'all' }
  const { rows } = JSON.parse((await ask(app, session, opOf('people.persons.window'), whole)).text) as {
    rows: { hidden: string[]; unit: { id: string } | null }[]
  }
  for (const { hidden, unit } of rows) expect(hidden.length > 0).toBe(unit?.id !== places.outside)
})

test('no question about a sensitive field tells it: neither the rows, nor their number, nor their order', async () => {
  const clerk = sessions.C
  const listed = async (input: Record<string, unknown>): Promise<string> => {
    const [spine, window] = [opOf('people.persons.spine'), opOf('people.persons.window')]
    const everyone = { group: 'all', status: 'all', ...input }
    return (await ask(app, clerk, spine, everyone)).text + (await ask(app, clerk, window, everyone)).text
  }
  const nobody = await listed({ q: 'Không Có Ai' })
  for (const input of [
    { q: planted.cccd },
    { q: planted.partyCard },
    { ethnicity: ['02'] },
    { minority: 'yes' },
    { minority: 'no' },
    { party: 'member' },
    { party: 'none' },
    { missing: ['identity'] },
  ]) {
    expect([input, await listed(input)]).toEqual([input, nobody])
  }
  // With the tie to the Party gone, nothing a clerk reads is another.
  const asked = sorts.flatMap((sort) => [{ sort }, { sort, order: 'down' }, { sort, unitId: places.inside }])
  const before = await Promise.all(asked.map(listed))
  await sql`update people.membership set recorded = tstzrange(lower(recorded), lower(recorded) + interval '1 second') where person_id = ${things['personId']}::uuid and kind = 'party_member'`.execute(
    app.db,
  )
  expect(await Promise.all(asked.map(listed))).toEqual(before)
})

test('who is only of the Party or an association appears to a clerk with no unit, title or tie', async () => {
  const { text } = await ask(app, sessions.C, opOf('people.persons.window'), { group: 'all', status: 'all', q: 'Mật' })
  expect(JSON.parse(text).rows).toMatchObject([{ personId: partyOnly, unit: null, title: null, tie: null, since: null }])
  const { text: open } = await ask(app, sessions.L, opOf('people.persons.window'), { group: 'all', status: 'all', q: 'Mật' })
  expect(JSON.parse(open).rows).toMatchObject([{ title: planted.cellTitle, tie: 'association_member', unit: { id: places.inside } }])
})

test('the log keeps back every name under which a guarded field travels', () => {
  for (const name of ['ethnicity', 'religion', 'party_joined', 'phone', 'residence', 'number', 'cccd'])
    expect(guardedNames.has(name)).toBe(true)
})

/** Every operation that reads, asked about what lies inside; those with much to tell in several ways. */
async function reading(letter: string): Promise<{ op: Operation; input: Record<string, unknown> }[]> {
  const { rows } = await sql<{ seq: number }>`select seq::int as seq from audit.entry order by seq`.execute(app.db)
  return routes
    .map(({ op }) => op)
    .filter((op) => op.method === 'GET' && mayAsk(op, letter))
    .flatMap((op) =>
      waysOf(
        op,
        rows.map(({ seq }) => seq),
      ).map((way) => ({ op, input: { ...sampleInput(op.input, things), ...way } })),
    )
}

function mayAsk(op: Operation, letter: string): boolean {
  const who = oracle[op.id]?.who
  return typeof who === 'string' || (who as readonly string[] | undefined)?.includes(letter) === true
}

const none = { after: undefined, before: undefined, q: undefined, actor: undefined, operation: undefined }
const everyone = { ...none, group: 'all', status: 'all', guarded: ['ethnicity', 'partyJoined'], purpose: 'record', paper: '12-CV/HU' }

function waysOf(op: Operation, entries: number[]): Record<string, unknown>[] {
  switch (op.id) {
    case 'people.persons.window':
    case 'people.persons.spine':
      return [everyone, { ...everyone, unitId: undefined }, { ...everyone, q: planted.cccd }]
    case 'people.persons.export':
      return [
        { ...everyone, columns: exportColumns },
        { ...everyone, unitId: undefined, columns: undefined, language: 'en' },
      ]
    case 'people.persons.read':
    case 'people.persons.history':
      return [things['personId'], partyOnly].map((personId) => ({ personId, purpose: 'record', knownOn: undefined, day: undefined }))
    case 'audit.entries.read':
      return entries.map((seq) => ({ seq }))
    case 'audit.entries.list':
      return [none, { ...none, personId: undefined, subjectId: undefined }]
    case 'statistics.figures.people':
      return ['sent.total', 'learners.BD_CD', 'seconded', 'standing.degree'].map((figure) => ({
        ...none,
        ...term,
        figure,
        commune: places.inside,
      }))
    case 'statistics.review.read':
    case 'statistics.review.export':
      return [{ ...none, ...term, commune: places.inside }]
    default:
      return [none]
  }
}

const term = {
  on: '2026-11-23',
  from: '2010-01-01',
  to: undefined,
  knownOn: undefined,
  limit: undefined,
  purpose: 'record',
  paper: '12-CV/HU',
}

async function shownBy(session: string, op: Operation, input: Record<string, unknown>): Promise<{ text: string; keys: string[] }> {
  const { status, text, bytes } = await ask(app, session, op, input)
  if (op.gives !== 'file' || status !== 200) return { text, keys: keysIn(JSON.parse(text)) }
  if (bytes.subarray(0, 2).toString() !== 'PK') return { text, keys: [] }
  const written = new PizZip(bytes).file('word/document.xml')
  if (written) return { text: written.asText(), keys: [] }
  const sheets = await readXlsxFile(bytes)
  return { text: sheets.map(({ data }) => data.flat().map(cellText).join('\n')).join('\n'), keys: [] }
}

function cellText(cell: unknown): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')
}

/** Every name at every depth that has a value. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...keysIn(inner)])
}

function opOf(id: string): Operation {
  const found = routes.find(({ op }) => op.id === id)
  if (!found) throw new Error(`No operation ${id}`)
  return found.op
}
