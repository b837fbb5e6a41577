/** A generator of its own, so that the invented authority is the same wherever and whenever it is made. */
export type Random = {
  /** From 0 to just under 1. */
  real(): number
  /** A whole number between the two, both included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** The sequence that belongs to a seed; parts with seeds of their own do not disturb each other. */
export function randomFrom(seed: string): Random {
  let state = stateOf(seed)
  const real = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number): number => least + Math.floor(real() * (most - least + 1))
  return {
    real,
    whole,
    chance: (probability) => real() < probability,
    pick: (list) => chosen(list, whole(0, list.length - 1)),
    weighted: (list) => weighted(list, real()),
    shuffled: (list) => shuffled(list, whole),
  }
}

function chosen<T>(list: readonly T[], index: number): T {
  if (list.length === 0) throw new Error('Nothing to choose from')
  // The index lies in the list, which may itself hold `undefined`.
  return list[index] as T
}

function weighted<T>(list: readonly (readonly [T, number])[], real: number): T {
  let rest = real * list.reduce((sum, [, weight]) => sum + weight, 0)
  const index = list.findIndex(([, weight]) => (rest -= weight) < 0)
  return chosen(list, index < 0 ? list.length - 1 : index)[0]
}

function shuffled<T>(list: readonly T[], whole: (least: number, most: number) => number): T[] {
  const mixed = [...list]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = whole(0, last)
    const moved = chosen(mixed, last)
    mixed[last] = chosen(mixed, other)
    mixed[other] = moved
  }
  return mixed
}

function stateOf(seed: string): number {
  let hash = 2_166_136_261
  for (const letter of seed) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return hash
}
