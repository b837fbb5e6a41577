import { createHash } from 'node:crypto'

/** The same id for the same unit of the demo on every machine (UUID version 8); `since` tells apart two units of one name. */
export function demoUnitId(name: string, since = ''): string {
  const hex = createHash('sha256').update(`kecan demo unit ${since} ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
