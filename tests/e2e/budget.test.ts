import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { testApp } from '#tests/app.ts'

const built = join(import.meta.dirname, '../../dist')
const kilobyte = 1000

/** The files that a script needs before it runs, itself included. */
function filesOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known
  known.add(file)
  const code = readFileSync(join(built, 'assets', file), 'utf8')
  for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) if (name) filesOf(name, known)
  return known
}

function weightOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, 'assets', file)), { level: 9 }).length, 0)
}

const entry = /src="\/assets\/([\w.-]+\.js)"/.exec(readFileSync(join(built, 'index.html'), 'utf8'))?.[1] ?? ''
const all = readdirSync(join(built, 'assets'))
const first = filesOf(entry)

test('the first page comes with at most 230 kB of script and all styles are at most 25 kB', () => {
  const home = all.find((file) => /^HomePage-.*\.js$/.test(file))
  expect(home).toMatch(/^HomePage-/)

  expect(weightOf(new Set([...first, ...filesOf(home ?? '')])) / kilobyte).toBeLessThan(230)
  expect(weightOf(all.filter((file) => file.endsWith('.css'))) / kilobyte).toBeLessThan(25)
})

test('each further page adds at most 60 kB', () => {
  const pages = all.filter((file) => /Page-[\w-]+\.js$/.test(file) && !first.has(file))
  expect(pages.length).toBeGreaterThan(5)

  const added = pages.map((page) => ({
    page,
    weight: Math.round(weightOf([...filesOf(page)].filter((file) => !first.has(file))) / kilobyte),
  }))
  console.log(
    `first ${Math.round(weightOf(first) / kilobyte)} kB; ${added.map(({ page, weight }) => `${page.split('-')[0]} ${weight}`).join(', ')}`,
  )
  expect(added.filter(({ weight }) => weight > 60)).toEqual([])
})

test('scripts travel compressed to whoever takes them so, and as they are to others', async () => {
  const { app } = await testApp()
  const ask = (accepted: string) => app.inject({ method: 'GET', url: `/assets/${entry}`, headers: { 'accept-encoding': accepted } })
  const whole = await ask('identity')
  const small = await ask('gzip, deflate, br')

  expect(whole.headers['content-encoding']).toBeUndefined()
  expect(small.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': whole.headers['content-type'] })
  expect(small.headers['vary']).toContain('accept-encoding')
  expect(small.rawPayload.length).toBeLessThan(whole.rawPayload.length / 2)
  expect(brotliDecompressSync(small.rawPayload).equals(whole.rawPayload)).toBe(true)
})
