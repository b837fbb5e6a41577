import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const text = readFileSync(join(root, 'docs/security.md'), 'utf8')

/** The requirements of levels 1 and 2 of ASVS 5.0.0: how many of each section, counted from 1. */
const sections: Record<string, number> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1 },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
  ...{ '17.1': 1, '17.2': 4, '17.3': 2 },
}
const numbers = Object.entries(sections).flatMap(([section, count]) => Array.from({ length: count }, (_, at) => `${section}.${at + 1}`))

const rows = Array.from(
  text.matchAll(/^\| (\d+\.\d+\.\d+[^|]*) \| ([^|]+) \| ([^|]+) \| (.+) \|$/gm),
  ([, said = '', about = '', state = '', why = '']) => ({
    said: numbersOf(said),
    about,
    state,
    why,
  }),
)

/** '4.3.1, 4.3.2' and '1.2.6–1.2.8' are what they look like. */
function numbersOf(said: string): string[] {
  return said.split(', ').flatMap((part) => {
    const [first = '', last = first] = part.split('–')
    const section = first.slice(0, first.lastIndexOf('.'))
    const [from, to] = [first, last].map((number) => Number(number.slice(section.length + 1)))
    return Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, at) => `${section}.${(from ?? 0) + at}`)
  })
}

test('every requirement of ASVS 5.0.0, levels 1 and 2, stands once, with a state and a reason', () => {
  expect(numbers).toHaveLength(253)
  expect(rows.flatMap(({ said }) => said)).toEqual(numbers)
  for (const { said, state, why } of rows) {
    expect({ said, state }).toEqual({ said, state: expect.stringMatching(/^(met|partly|not met|n\.a\.)$/) })
    expect({ said, words: why.trim().length }).not.toEqual({ said, words: 0 })
  }
})

test('the numbers said over the tables are those of the tables', () => {
  const of = (state: string) => rows.filter((row) => row.state === state).flatMap(({ said }) => said).length
  expect(text).toContain(`Of 253: ${of('met')} met, ${of('partly')} partly, ${of('not met')} not met, ${of('n.a.')} n.a.`)
})

test('every file that is named exists, and so does every page that is linked', () => {
  const named = Array.from(text.matchAll(/`((?:src|tests|docs|migrations|bin)\/[\w./-]+|[\w.-]+\.(?:json|sql))`/g), ([, path = '']) => path)
  const linked = Array.from(text.matchAll(/\]\(([^)#:]+)\)/g), ([, path = '']) => join('docs', path))
  expect(named.length).toBeGreaterThan(60)
  expect([...named, ...linked].filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('a dependency is pinned to one version, and its hash is known', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
  const asked = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])

  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { integrity?: string }>
  }
  const installed = Object.entries(packages).filter(([place]) => place !== '')
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([])
  expect(text).toContain(`the lock file names ${installed.length} packages`)
  expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true')
})
