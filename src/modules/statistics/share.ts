/**
 * A share in percent with one decimal, 0–100; null of nobody, for 0 or 100 would say what is not so. 100 means all
 * and 0 means none: 1 999 of 2 000 is 99.9, never rounded up to all.
 */
export function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  if (part === 0 || part === whole) return part === 0 ? 0 : 100
  return Math.min(99.9, Math.max(0.1, Math.round((part / whole) * 1000) / 10))
}
