import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from './build.mjs'
import { chromium } from './chromium.mjs'
import { main, prepare, root, run } from './prepare.mjs'

const args = process.argv.slice(2)
const chosen = args.filter((each) => !each.startsWith('--'))
const results = mkdtempSync(join(tmpdir(), 'kecan-results-'))

await main(async () => {
  const node = await prepare()
  if (args.includes('--fix')) return fix(node)

  const steps = {
    types: () => tool(node, 'typescript', 'tsc'),
    lint: () => tool(node, 'oxlint', 'oxlint', '--type-aware'),
    format: () => tool(node, 'oxfmt', 'oxfmt', '--check'),
    'dead code': () => tool(node, 'knip', 'knip'),
    tests: () => tests(node, 'product'),
    'browser tests': () => browserTests(node),
  }
  const wanted = Object.entries(steps).filter(([name]) => isWanted(name))
  const failures = []
  for (const [name, step] of wanted) if (!(await passes(name, step))) failures.push(name)
  conclude(wanted.length, failures)
  return failures.length === 0 ? 0 : 1
})

/** All, unless some test files are named; --no-browser leaves the browser out. */
function isWanted(name) {
  if (chosen.length > 0) return name === (chosen.some((file) => file.includes('e2e')) ? 'browser tests' : 'tests')
  return name !== 'browser tests' || !args.includes('--no-browser')
}

async function passes(name, step) {
  console.log(`\n▶ ${name}`)
  const began = performance.now()
  const code = await step()
  console.log(`${code === 0 ? '✔' : '✘'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return code === 0
}

async function browserTests(node) {
  await build(node)
  return tests(node, 'browser', { CHROMIUM_PATH: await chromium() })
}

function tests(node, project, env = {}) {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(results, `${project}.json`)}`]
  return run(node, [program('vitest', 'vitest'), 'run', '--project', project, ...report, ...chosen], { env: { ...process.env, ...env } })
}

async function fix(node) {
  await tool(node, 'oxlint', 'oxlint', '--fix')
  return tool(node, 'oxfmt', 'oxfmt')
}

function tool(node, packageName, name, ...flags) {
  return run(node, [program(packageName, name), ...flags])
}

function program(packageName, name) {
  const manifest = join(root, 'node_modules', packageName, 'package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[name])
}

/** Each check that is no test counts as one; the last line is the sum, for people and machines alike. */
function conclude(steps, failures) {
  const reports = ['product', 'browser'].map(read).filter(Boolean)
  const sum = (field) => reports.reduce((total, report) => total + report[field], 0)
  const failed = Math.max(sum('numFailedTests') + failures.filter((name) => !name.includes('tests')).length, failures.length)
  const passed = sum('numPassedTests') + steps - reports.length - failures.filter((name) => !name.includes('tests')).length
  rmSync(results, { recursive: true, force: true })
  console.log(failures.length === 0 ? '' : `\n✘ ${failures.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
}

function read(project) {
  try {
    return JSON.parse(readFileSync(join(results, `${project}.json`), 'utf8'))
  } catch {
    return undefined
  }
}
