import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { titles } from '#law/titles.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { givens, middles, peoples } from '../../../demo/names.ts'

/** The functions and lists the generation is written in, in a schema of their own that it drops at its end. */
export async function addHelpers(db: Db): Promise<void> {
  await sql`create schema if not exists bench`.execute(db)
  await sql`
    create or replace function bench.id(kind int, n bigint) returns uuid language sql immutable parallel safe
    return ('019a0000-00' || lpad(kind::text, 2, '0') || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`.execute(db)
  // Chance without chance: the same every time, spread as if thrown.
  await sql`
    create or replace function bench.pick(n bigint, seed int, among int) returns int language sql immutable parallel safe
    return ((hashint8extended(n, seed) & 2147483647) % among)::int`.execute(db)
  await addNames(db)
  await addTitles(db)
  await sql`analyze bench.name, bench.title`.execute(db)
}

const families = peoples.flatMap(({ code, families }) => {
  const list = families.split(' ').map((text) => ({ text, also: code }))
  // Of the whole country, where most are Kinh.
  return code === '01' ? [list, list, list, list, list, list].flat() : list
})

/** The parts of names with what search makes of each; a name is folded word by word, so the parts may be. */
const names = [
  ...numbered('family', families),
  ...numbered('middle male', middles.male),
  ...numbered('middle female', middles.female),
  ...numbered('given male', givens.male),
  ...numbered('given female', givens.female),
]

async function addNames(db: Db): Promise<void> {
  await sql`
    create unlogged table bench.name as
    select r.* from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) r(part text, i int, text text, folded text, also text)`.execute(db)
}

function numbered(part: string, texts: readonly (string | { text: string; also: string })[]) {
  return texts.map((one, i) => {
    const { text, also } = typeof one === 'string' ? { text: one, also: '' } : one
    return { part, i, text, folded: fold(text), also }
  })
}

export function countOfNames(part: string): number {
  return names.filter((name) => name.part === part).length
}

/** Posts of either level, of the communes those that there are now; one in six leads. */
const posts = (['district', 'commune'] as const).flatMap((level) => {
  const known = titles.filter((title) => title.level === level && title.isFullTime && (level === 'district' || title.to === null))
  const ordinary = known.filter((title) => !title.isLeader)
  const leading = known.filter((title) => title.isLeader)
  const many = Array.from({ length: leading.length * 5 }, (_, index) => ordinary[index % ordinary.length] ?? ordinary.slice(0, 1)).flat()
  return [...many, ...leading].map(({ code, name, officialKind }, i) => ({ level, i, code, text: name.vi, official_kind: officialKind }))
})

async function addTitles(db: Db): Promise<void> {
  await sql`
    create unlogged table bench.title as
    select r.* from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) r(level text, i int, code text, text text, official_kind text)`.execute(
    db,
  )
}

export function countOfPosts(level: string): number {
  return posts.filter((post) => post.level === level).length
}
