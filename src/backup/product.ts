import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The name and version of this program. */
export const product = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }
