import { join } from 'node:path'
import { build } from './build.mjs'
import { main, prepare, root, run } from './prepare.mjs'

await main(async () => {
  const node = await prepare()
  await build(node)
  return run(node, [join(root, 'tests', 'faults', 'run.ts'), ...process.argv.slice(2)])
})
