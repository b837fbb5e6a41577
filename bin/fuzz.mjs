import { join } from 'node:path'
import { main, prepare, root, run } from './prepare.mjs'

// `npm run fuzz -- 50000 7`: so many requests, and the seed that was printed to ask the same again.
const [requests = '20000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

await main(async () => {
  const node = await prepare()
  console.log(`${requests} requests, seed ${seed}`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return run(node, [vitest, 'run', '--project', 'product', 'tests/fuzz'], {
    env: { ...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed },
  })
})
