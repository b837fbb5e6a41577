import { join } from 'node:path'
import { main, prepare, root, run } from './prepare.mjs'

await main(async () => run(await prepare(), [join(root, 'src', 'db', 'write-types.ts')]))
