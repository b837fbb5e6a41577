const perMillisecond = 4096

let last = { at: 0, count: 0 }

/**
 * A new identifier, ordered by the time it was made (UUID version 7) and, of one millisecond, by the order of making: the
 * indexes that keep a person's facts apart grow at their end, many times faster than in the middle.
 */
export function newId(at: number = Date.now()): string {
  last = { at, count: at === last.at ? last.count + 1 : 0 }
  // When a millisecond is full, its ids run on into those after it.
  const time = (at + Math.floor(last.count / perMillisecond)).toString(16).padStart(12, '0')
  const order = (last.count % perMillisecond).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${crypto.randomUUID().slice(19)}`
}
