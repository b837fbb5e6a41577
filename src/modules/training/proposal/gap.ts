/** How far from the best there could be at most; 0: nothing better is possible. */
export function gapOf(objective: number, bound: number): number {
  return bound <= 0 ? 0 : Math.max(0, (bound - objective) / bound)
}
