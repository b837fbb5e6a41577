/** The modules of the house, lowest first: each may import only from those before it. */
export const modules = [
  'audit',
  'access',
  'organisation',
  'decisions',
  'people',
  'qualifications',
  'evaluation',
  'training',
  'succession',
  'movements',
  'elections',
  'statistics',
  'imports',
  'bulletin',
]

type Pattern = { group: string[]; message: string; allowTypeImports?: boolean }
type Override = { files: string[]; rules: { 'no-restricted-imports': 'off' | ['error', { patterns: Pattern[] }] } }

const sql = ['kysely', 'pg', '#db/*', '#db/**', '**/*.sql.ts']
const http = ['fastify', '@fastify/*', '#server/*', '#server/**', '**/*.routes.ts']
const react = ['react', 'react-dom', 'react-router', '@tanstack/*', '#web/*', '#web/**']
const node = ['node:*']
const mantine = ['@mantine/*']

const leavesFolder: Pattern = { group: ['../../**'], message: 'Another module is imported by its alias, not by a path.' }
const isPure: Pattern = {
  group: [...sql, ...http, ...react, ...node],
  message: 'A rule or a contract touches no SQL, HTTP, Node or React.',
  allowTypeImports: true,
}
const isPage: Pattern = {
  group: [...sql, ...http, ...node, ...mantine],
  message: 'A page reaches the server only through a contract, and widgets only through web/kit.',
}

/** What each place of the tree may not import, as overrides of the linter; the later override holds. */
export function architecture(): Override[] {
  return [
    forbid(
      ['src/lib/**'],
      [
        {
          group: ['#law/**', '#db/**', '#server/**', '#web/**', '#modules/**', '#app'],
          message: 'lib is the leaf: it imports nothing of ours.',
        },
      ],
    ),
    forbid(
      ['src/law/**'],
      [
        {
          group: ['#db/**', '#server/**', '#web/**', '#modules/**', '#app', ...node, 'kysely'],
          message: 'law imports only lib, and is pure.',
        },
      ],
    ),
    forbid(['src/db/**'], [{ group: ['#law/**', '#server/**', '#web/**', '#modules/**', '#app'], message: 'db knows no module.' }]),
    forbid(
      ['src/server/**'],
      [{ group: ['#law/**', '#web/**', '#modules/**', '#app'], message: 'server knows no module: app.ts puts them together.' }],
    ),
    forbid(['src/web/**'], [{ group: [...sql, ...http, ...node, ...mantine], message: isPage.message }]),
    forbid(['src/web/kit/**'], [{ group: [...sql, ...http, ...node], message: isPage.message }]),
    ...modules.flatMap(ofModule),
  ]
}

function ofModule(name: string): Override[] {
  const later = modules.slice(modules.indexOf(name) + 1).map((module) => `#modules/${module}/**`)
  const order: Pattern[] =
    later.length > 0 ? [{ group: later, message: `${name} stands before these modules and may not import them.` }] : []
  const pages: Pattern = { group: ['**/ui/**', ...react], message: 'The server side of a module imports no page.' }
  const at = `src/modules/${name}`
  return [
    forbid([`${at}/**/*.ts`], [leavesFolder, isPure, ...order]),
    forbid(
      [`${at}/**/*.sql.ts`],
      [leavesFolder, { group: [...react, 'fastify', '**/*.routes.ts'], message: 'SQL knows neither HTTP nor pages.' }, ...order],
    ),
    forbid([`${at}/**/*.routes.ts`, `${at}/**/*.node.ts`], [leavesFolder, pages, ...order]),
    forbid([`${at}/ui/**`], [leavesFolder, isPage, ...order]),
    forbid([`${at}/**/*.test.ts`, `${at}/**/*.test.tsx`, `${at}/**/*.fixture.ts`], []),
  ]
}

function forbid(files: string[], patterns: Pattern[]): Override {
  return { files, rules: { 'no-restricted-imports': patterns.length > 0 ? ['error', { patterns }] : 'off' } }
}
