import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildHouse, buildRoutes } from '#app'
import type { Db } from '#db/connect.ts'
import { verifyChain } from '#modules/audit/chain.sql.ts'
import { readReview, type Review } from '#modules/statistics/review.contract.ts'
import { perform, type House } from '#server/perform.ts'
import { program } from '#server/write.ts'
import { demoDatabase, demoNow } from '#tests/database.ts'
import { demoAccounts, demoRoles } from './accounts.ts'
import { yenSonStory } from './story.ts'
import { loadDemoWhenEmpty } from './when-empty.ts'

let db: Db
let house: House

beforeAll(async () => {
  db = (await demoDatabase()).db
  house = buildHouse({ db, clock: () => demoNow })
}, 180_000)

/** The figures of the review by their names; `null` where nobody can be counted. */
async function figures(asked: Record<string, string>): Promise<Record<string, number | null>> {
  const route = buildRoutes().find(({ op }) => op.id === readReview.id)
  if (!route) throw new Error('No review')
  const { figures, asides } = (await perform(house, route, { from: '2015-01-01', to: '2020-12-31', ...asked }, program)) as Review
  return Object.fromEntries([...figures, ...asides].map(({ figure, value }) => [figure, value]))
}

/** How many rows a condition of the facts finds: all these tests ask for none. */
async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  return (await sql.raw<Record<string, unknown>>(statement).execute(db)).rows
}

const account = {
  'sent.LLCT_CC': 24,
  'sent.DT_NC': 14,
  'sent.DT_DH': 122,
  'sent.DT_CD': 94,
  'sent.LLCT_TC': 283,
  'sent.QLNN_CV': 128,
  'sent.QLNN_CVC': 23,
  'sent.BD_BCV': 6,
  'sent.total': 694,
}

test('the account of 2015–2020 comes out exactly', async () => {
  const told = await figures({ unit: 'Huyện Yên Sơn', commune: 'Xã Tứ Quận' })

  expect(told).toMatchObject(account)
  expect(told).toMatchObject({ 'classes.LLCT': 34, 'learners.LLCT': 2014, 'classes.BD_CD': 234, 'learners.BD_CD': 38_206, seconded: 3 })
  expect(told['learners.party_and_mass']).toBeGreaterThanOrEqual(1000)
  expect(told['sent.people']).toBeGreaterThanOrEqual(440)
  expect(told['sent.people']).toBeLessThanOrEqual(470)
  expect(told).toMatchObject({ 'standing.degree': 100, 'standing.theory': 100, 'standing.field_match': 100 })
  expect(told['sent.other']).toBeGreaterThan(0)
})

test('read on 31/12/2018 the figures are those of that day, with the communes that were still there', async () => {
  const on2018 = await figures({ unit: 'Huyện Yên Sơn', on: '2018-12-31' })

  expect(on2018['sent.total']).toBeLessThan(694)
  expect(on2018['sent.left']).toBe(0)
  expect(on2018['seconded']).toBe(2)
  expect((await figures({ unit: 'Xã Kim Phú', on: '2018-12-31' }))['sent.total']).toBeGreaterThan(0)
})

test('what was known at the end of 2018 differs from what is known now', async () => {
  const known = await figures({ unit: 'Huyện Yên Sơn', on: '2018-12-31', knownOn: '2018-12-31' })
  const now = await figures({ unit: 'Huyện Yên Sơn', on: '2018-12-31' })

  const differing = Object.keys(account).filter((figure) => known[figure] !== now[figure])
  expect(differing).toContain('sent.QLNN_CV')
  expect(differing.length).toBeGreaterThan(2)
})

test('some of Tứ Quận are only studying political theory on 31/12/2020', async () => {
  const studying = await rowsOf(`
    select distinct a.person_id from people.assignment a join organisation.unit_version u on u.unit_id = a.unit_id and u.name_vi = 'Xã Tứ Quận'
    where a.kind = 'main' and a.held @> date '2020-12-31' and upper_inf(a.recorded) and not exists (
      select from qualifications.qualification q where q.person_id = a.person_id and q.kind = 'theory' and q.rank >= 2 and q.state = 'finished'
        and q.held @> date '2020-12-31' and upper_inf(q.recorded))`)

  expect(studying.length).toBeGreaterThan(0)
  expect(studying.length).toBeLessThan(15)
})

test('one each is seconded from the district to Phúc Ninh, Thái Bình and Tiến Bộ in the term', async () => {
  const hosts = await rowsOf(`
    select distinct u.name_vi as host from movements.secondment s join organisation.unit_version u on u.unit_id = s.host_unit_id
    where s.held && daterange('2015-01-01', '2021-01-01') and upper_inf(s.recorded) order by 1`)

  expect(hosts.map(({ host }) => host)).toEqual(['Xã Phúc Ninh', 'Xã Thái Bình', 'Xã Tiến Bộ'])
})

test.each(['2010-01-01', '2015-06-30', '2020-12-31', '2025-06-30', '2026-10-15'])('about 2,500 officials serve on %s', async (day) => {
  const [serving] = await rowsOf(
    `select count(distinct person_id)::int as n from people.assignment where kind = 'main' and held @> date '${day}' and upper_inf(recorded)`,
  )

  expect(serving?.['n']).toBeGreaterThan(2250)
  expect(serving?.['n']).toBeLessThan(2600)
})

test('there are 12,000 learners from outside', async () => {
  const [outside] = await rowsOf(
    `select count(distinct person_id)::int as n from people.membership m where not exists (select from people.assignment a where a.person_id = m.person_id)`,
  )

  expect(outside?.['n']).toBeGreaterThanOrEqual(12_000)
})

const never: Record<string, string> = {
  'a post before the age of 18': `
    select p.full_name from people.assignment a join people.profile p using (person_id)
    where upper_inf(a.recorded) and upper_inf(p.recorded) and lower(a.held) < p.birth_high + interval '18 years'`,
  'a post two years after the age of retirement': `
    select p.full_name from people.assignment a join people.profile p using (person_id)
    where a.kind = 'main' and upper_inf(a.recorded) and upper_inf(p.recorded)
      and coalesce(upper(a.held), date '2026-10-28') > p.birth_high + case p.sex when 'male' then interval '64 years' else interval '62 years' end`,
  'a secondment of more than 36 months': `
    select person_id from movements.secondment where upper_inf(recorded) and (upper(held) is null or upper(held) > lower(held) + interval '36 months')`,
  'two people with one number': `select number from people.identity group by kind, number having count(distinct person_id) > 1`,
  'a personal number that speaks against sex or birth': `
    select p.full_name from people.identity i join people.profile p using (person_id)
    where i.kind = 'cccd' and upper_inf(i.recorded) and upper_inf(p.recorded) and (
      i.number !~ '^008[0-3][0-9]{8}$' or substr(i.number, 5, 2) <> to_char(p.birth_low, 'YY')
      or (substr(i.number, 4, 1)::int % 2 = 1) <> (p.sex = 'female') or (substr(i.number, 4, 1)::int >= 2) <> (p.birth_low >= '2000-01-01'))`,
  'a sending from a unit where the person did not serve': `
    select s.person_id from training.sending s where upper_inf(s.recorded) and not exists (
      select from people.assignment a where a.person_id = s.person_id and a.unit_id = s.unit_id and a.held @> s.sent_on and upper_inf(a.recorded))`,
  'a trainee younger than 16': `
    select p.full_name from training.enrolment e join people.profile p using (person_id)
    where upper_inf(e.recorded) and upper_inf(p.recorded) and lower(e.held) < p.birth_high + interval '16 years'`,
  'a post in a unit that is not there': `
    select a.id from people.assignment a where upper_inf(a.recorded) and exists (
      select from organisation.unit_version v where v.unit_id = a.unit_id and upper_inf(v.recorded)) and not exists (
      select from organisation.unit_version v where v.unit_id = a.unit_id and upper_inf(v.recorded) and v.held @> lower(a.held))`,
  'a post without its paper': `select id from people.assignment where decision_id is null and kind <> 'seconded'`,
  'a sending without its paper': `select id from training.sending where decision_id is null`,
  'a class without its paper': `select id from training.class_version where decision_id is null`,
  'a withdrawn paper with a fact still known': `
    select s.id from training.sending s join decisions.decision d on d.id = s.decision_id where d.withdrawn_on is not null and upper_inf(s.recorded)`,
  'a fact recorded before its paper was issued': `
    select s.id from training.sending s join decisions.decision d on d.id = s.decision_id where lower(s.recorded) < d.issued_on - interval '7 hours'`,
  'a rating of a year in which the person did not serve': `
    select r.person_id from evaluation.rating r where upper_inf(r.recorded) and not exists (
      select from people.assignment a where a.person_id = r.person_id and a.held && r.held and upper_inf(a.recorded))`,
  'a rating without its paper': `select id from evaluation.rating where decision_id is null`,
  'a degree taken as a child': `
    select p.full_name from qualifications.qualification q join people.profile p using (person_id)
    where q.kind = 'degree' and q.state = 'finished' and upper_inf(q.recorded) and upper_inf(p.recorded) and lower(q.held) < p.birth_high + interval '17 years'`,
}

test.each(Object.keys(never))('there is never %s', async (what) => {
  expect(await rowsOf(`${never[what]} limit 5`)).toEqual([])
})

test('some facts were entered late, some corrected, some papers withdrawn', async () => {
  const [late] = await rowsOf(
    `select count(*)::int as n from training.sending where sent_on >= '2015-02-01' and lower(recorded) > sent_on + interval '50 days' and closed_why is null and outcome is null`,
  )
  const [corrected] = await rowsOf(
    `select (select count(*) from people.profile where closed_why = 'corrected')::int as profiles, (select count(*) from training.sending where closed_why = 'corrected')::int as sendings`,
  )
  const [withdrawn] = await rowsOf(`select count(*)::int as n from decisions.decision where withdrawn_on is not null`)

  expect(late?.['n']).toBeGreaterThan(0)
  expect(corrected?.['profiles']).toBeGreaterThan(20)
  expect(corrected?.['sendings']).toBeGreaterThan(3)
  expect(withdrawn?.['n']).toBe(4)
})

test('the training of 2026 went from an approved plan to certificates', async () => {
  const lines = await rowsOf(`
    select l.kind, p.status, (select count(*)::int from training.sending s join training.class_version c using (class_id)
        where c.plan_line_id = l.line_id and upper_inf(s.recorded)) as sent,
      (select count(*)::int from training.certificate t join training.class_version c using (class_id)
        where c.plan_line_id = l.line_id and upper_inf(t.recorded)) as certificates
    from training.plan_line l join training.plan p using (plan_id) where p.year = 2026 order by l.place_no`)
  expect(lines.map(({ kind }) => kind)).toEqual(['LLCT_TC', 'QLNN_CV', 'BD_QPAN_4', 'BD_VTVL', 'BD_CN', 'BD_QPAN_3'])
  expect(lines.every(({ status }) => status === 'approved')).toBe(true)
  expect(lines.map(({ sent }) => Number(sent) > 0)).toEqual([true, true, true, true, true, false])
  expect(lines.map(({ certificates }) => Number(certificates) > 0)).toEqual([false, true, true, true, false, false])
  const unqualified = await rowsOf(`
    select e.person_id from training.enrolment e join training.class_version c using (class_id)
    where c.kind = 'QLNN_CV' and c.plan_line_id is not null and e.state = 'completed' and upper_inf(e.recorded) and not exists (
      select from qualifications.qualification q where q.person_id = e.person_id and q.kind = 'state_management' and q.level = 'CV'
        and q.state = 'finished' and upper_inf(q.recorded))`)
  expect(unqualified).toEqual([])
})

test('the log is one whole chain in the order of time', async () => {
  expect((await verifyChain(db)).broken).toBeNull()
  expect(
    await rowsOf(`select seq from (select seq, at, lag(at) over (order by seq) as before from audit.entry) e where before > at`),
  ).toEqual([])
})

test('the same people with the same papers are invented every time', () => {
  expect(sealOf(yenSonStory())).toBe(sealOf(yenSonStory()))
}, 60_000)

/** Everything but the ids, in one short text. */
function sealOf({ journal, officials }: ReturnType<typeof yenSonStory>): string {
  const people = officials.map(({ person, spells }) => [
    person.name,
    person.birth,
    person.cccd,
    spells.map(({ text, from }) => [text, from]),
  ])
  const papers = journal.batches.flatMap((batch) =>
    batch.papers.map(({ code, issuedOn, signer, subject }) => [code, issuedOn, signer, subject]),
  )
  return createHash('sha256')
    .update(JSON.stringify([people, papers]))
    .digest('hex')
}

test('every account of the demo is shown with its password', async () => {
  const shown = await demoAccounts(db)

  expect(shown.map(({ username }) => username)).toEqual(demoRoles.map(({ username }) => username))
})

test('a database with something in it is left alone', async () => {
  expect(await loadDemoWhenEmpty(house)).toBeNull()
})
