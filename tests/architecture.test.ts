import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildRoutes } from '#app'
import { isPermission } from '#modules/access/roles.ts'
import { modules } from './architecture.ts'

const root = join(import.meta.dirname, '..')
const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
const planted: string[] = []

afterAll(() => {
  for (const file of planted) rmSync(file, { force: true })
})

/** Puts a file with this import at this place, lints it and says whether the linter refused the import. */
function isRefused(place: string, imported: string): boolean {
  const file = join(root, place)
  if (existsSync(file)) throw new Error(`${place} is a real file`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `import { planted } from '${imported}'\nexport const used = planted\n`)
  planted.push(file)
  try {
    execFileSync(process.execPath, [oxlint, '-f', 'unix', file], { cwd: root, encoding: 'utf8' })
    return false
  } catch (failed) {
    return String((failed as { stdout?: unknown }).stdout).includes('no-restricted-imports')
  } finally {
    rmSync(file, { force: true })
  }
}

test.each([
  ['src/lib/planted.ts', '#modules/people/person.ts'],
  ['src/lib/planted.ts', '#law/titles.ts'],
  ['src/law/planted.ts', '#modules/people/person.ts'],
  ['src/law/planted.ts', 'node:fs'],
  ['src/db/planted.ts', '#modules/people/person.sql.ts'],
  ['src/server/planted.ts', '#modules/access/roles.ts'],
  ['src/modules/people/planted.ts', '#db/connect.ts'],
  ['src/modules/people/planted.ts', './person.sql.ts'],
  ['src/modules/people/planted.contract.ts', '#server/operations.ts'],
  ['src/modules/people/planted.contract.ts', 'kysely'],
  ['src/modules/people/planted.contract.ts', 'node:crypto'],
  ['src/modules/people/planted.ts', 'react'],
  ['src/modules/people/planted.sql.ts', '#modules/training/class.sql.ts'],
  ['src/modules/people/planted.sql.ts', '#modules/statistics/compile.sql.ts'],
  ['src/modules/audit/planted.routes.ts', '#modules/people/person.sql.ts'],
  ['src/modules/people/ui/Planted.tsx', '#modules/people/person.sql.ts'],
  ['src/modules/people/ui/Planted.tsx', '#server/operations.ts'],
  ['src/modules/people/ui/Planted.tsx', '@mantine/core'],
  ['src/modules/people/ui/Planted.tsx', '../../training/class.contract.ts'],
  ['src/web/shell/Planted.tsx', '@mantine/core'],
])('the linter sees %s import %s and refuses', (place, imported) => {
  expect(isRefused(place, imported)).toBe(true)
})

test.each([
  ['src/modules/training/planted.sql.ts', '#modules/people/person.sql.ts'],
  ['src/modules/training/planted.contract.ts', '#law/training-kinds.ts'],
  ['src/web/kit/Planted.tsx', '@mantine/core'],
  ['src/modules/people/ui/Planted.tsx', '#modules/people/person.contract.ts'],
])('the linter lets %s import %s', (place, imported) => {
  expect(isRefused(place, imported)).toBe(false)
})

test('every folder of src/modules is a module of the house', () => {
  expect(readdirSync(join(root, 'src/modules')).filter((name) => !modules.includes(name))).toEqual([])
})

test('only the owner writes a table', () => {
  const writes = sources('src/modules', /\.ts$/).flatMap(({ path, text }) => {
    const owner = path.split('/')[2]
    return Array.from(
      text.matchAll(
        /(?:insert into|update|delete from|insertInto\(|updateTable\(|deleteFrom\(|recordFacts\(\w+,|insertAnchors\(\w+,)\s*'?([a-z]+)\.[a-z_]+/g,
      ),
      (match) => ({ path, owner, schema: match[1] }),
    )
  })
  const foreign = writes.filter(
    ({ path, owner, schema }) => schema !== owner && modules.includes(schema ?? '') && !/\.(test|fixture)\.ts$/.test(path),
  )
  expect(writes.length).toBeGreaterThan(10)
  expect(foreign).toEqual([])
})

test('every operation has an id of its own that begins with its module, a known permission and both languages', () => {
  const operations = buildRoutes().map((route) => route.op)
  const ids = operations.map((op) => op.id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const op of operations) {
    expect(modules, op.id).toContain(op.id.split('.')[0])
    expect(op.id.split('.')).toHaveLength(3)
    expect(['everyone', 'signed-in'].includes(op.permission) || isPermission(op.permission), op.id).toBe(true)
    expect(op.summary.vi && op.summary.en, op.id).toBeTruthy()
    expect(op.path, op.id).toMatch(/^\/api\//)
  }
})

test('every field of a path and of a scope is a field of the input', () => {
  const wrong = buildRoutes().flatMap(({ op }) => {
    const named = [
      ...Array.from(op.path.matchAll(/:(\w+)/g), (match) => match[1]),
      op.scope?.unit,
      op.scope?.person,
      op.looksAt,
      ...(op.secret ?? []),
    ]
    return named.filter((name) => name && !Object.hasOwn(op.input.shape, name)).map((name) => `${op.id} ${name}`)
  })
  expect(wrong).toEqual([])
})

// The sentences of imports are also the command line's, and stand with the rules.
const sentenceFiles = /(refusals|failure-text)\.ts$/

test('every code with which the server refuses has a sentence for the page', () => {
  const server = sources('src', /\.ts$/).filter(
    ({ path }) => !path.includes('/ui/') && !path.includes('.test.') && !path.startsWith('src/web') && !path.startsWith('src/commands'),
  )
  const codes = new Set(
    server.flatMap(({ text }) =>
      Array.from(
        text.matchAll(/(?:Refused\(\[|refuse\([^)]*\[|KeptRefusal\(\[|refusals\.push\(|objections\.push\()\s*\{ code: '([a-z-]+)'/g),
        (match) => match[1] ?? '',
      ),
    ),
  )
  const sentences = sources('src', sentenceFiles)
    .map(({ text }) => text)
    .join('\n')
  expect(codes.size).toBeGreaterThan(10)
  expect([...codes].filter((code) => !sentences.includes(`'${code}'`)).toSorted()).toEqual([])
})

test('every named constraint that can refuse has a sentence for the page', () => {
  const named = readdirSync(join(root, 'migrations')).flatMap((file) => {
    const text = readFileSync(join(root, 'migrations', file), 'utf8')
    return [...text.matchAll(/constraint (\w+) (?:exclude|unique|primary key)/g), ...text.matchAll(/create unique index (\w+)/g)].map(
      (match) => (match[1] ?? '').replaceAll('_', '-'),
    )
  })
  const sentences = sources('src', sentenceFiles)
    .map(({ text }) => text)
    .join('\n')
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((code) => !sentences.includes(`'${code}'`)).toSorted()).toEqual([])
})

function sources(folder: string, name: RegExp): { path: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path))
    .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') }))
}
