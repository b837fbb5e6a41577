export type Dated = { from: string; to: string | null }

/** Puts bars that overlap into lanes below each other: the lane of each bar, in the order given. */
export function lanesOf(bars: readonly Dated[]): number[] {
  const ends: string[] = []
  const lanes = new Map<number, number>()
  const inTime = bars.map((_, index) => index).sort((one, other) => compare(bars[one]?.from, bars[other]?.from))
  for (const index of inTime) {
    const bar = bars[index]
    if (!bar) continue
    const free = ends.findIndex((end) => end <= bar.from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = bar.to ?? '9999-12-31'
    lanes.set(index, lane)
  }
  return bars.map((_, index) => lanes.get(index) ?? 0)
}

/** A stored date ('1983', '1983-05', '1983-05-02') as a place on the axis, in years. */
export function yearOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 365.25
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0
}
