import type { Bilingual } from '#lib/language.ts'
import { firstFound, saysAbandoned, saysStudying } from './words.ts'

export type TheoryLevel = 'SC' | 'TC' | 'CC' | 'CN'

/** Levels of political theory; forms add advanced and bachelor together, so both have rank 3. */
export const theoryLevels: Record<TheoryLevel, { name: Bilingual; rank: number }> = {
  SC: { name: { vi: 'Sơ cấp', en: 'Elementary' }, rank: 1 },
  TC: { name: { vi: 'Trung cấp', en: 'Intermediate' }, rank: 2 },
  CC: { name: { vi: 'Cao cấp', en: 'Advanced' }, rank: 3 },
  CN: { name: { vi: 'Cử nhân', en: 'Bachelor' }, rank: 3 },
}

export type ReadLevel<L extends string> = { level: L; state: 'finished' | 'studying' | 'abandoned' }

export function theoryLevelOf(text: string): TheoryLevel | null {
  return firstFound<TheoryLevel>(text, [
    [/\b(cu nhan|cn|cnct)\b/, 'CN'],
    [/\b(cao cap|cc|ccct|ccllct|cao cap ly luan)\b/, 'CC'],
    [/\b(trung cap|tc|tcct|tcllct|trung cap ly luan)\b/, 'TC'],
    [/\b(so cap|sc)\b/, 'SC'],
    [/\b(dai hoc|dh)\b/, 'CN'],
  ])
}

/** 'Trung cấp (đang học)' is TC being studied; 'TC; CC (đang học)' is two. */
export function readTheory(text: string): ReadLevel<TheoryLevel>[] {
  return readLevels(text, theoryLevelOf)
}

/** Levels in a cell, one to a line or parted by ';', ',' or '+'. */
export function readLevels<L extends string>(text: string, levelOf: (part: string) => L | null): ReadLevel<L>[] {
  // 'TC (đang học CC)' is two; 'Cao cấp (đang học)' is one.
  const parted = text.replace(/\(([^)]*)\)/g, (whole, inner: string) => (levelOf(inner) === null ? whole : `; ${inner}`))
  return parted.split(/[\n;,+]+/).flatMap((part) => {
    const level = levelOf(part)
    if (level === null) return []
    const state = saysAbandoned(part) ? 'abandoned' : saysStudying(part) ? 'studying' : 'finished'
    return [{ level, state } as const]
  })
}
