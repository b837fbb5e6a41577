#!/usr/bin/env node
import { join } from 'node:path'
import { build } from './build.mjs'
import { main, prepare, root, run } from './prepare.mjs'

await main(async () => {
  const args = process.argv.slice(2)
  const node = await prepare()
  if (args[0] === 'start' && !args.includes('--help')) await build(node)
  // The channel ('ipc') carries no word; by its end the program learns that we were killed.
  return run(node, [join(root, 'src', 'main.ts'), ...args], { cwd: process.cwd(), stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
})
