import { UsageError } from '../../command-line.ts'

export type Size = 'district' | 'province' | 'nation'

export type Scale = {
  size: Size
  provinces: number
  /** The districts of each province, of 2,500 people and five communes each. */
  districts: number
  people: number
  /** Sendings to study and places in classes together. */
  trained: number
}

export const districtPeople = 2500
/** How often each person has been sent to study. */
export const sendingsEach = 6

const scales: Record<Size, Scale> = {
  district: { size: 'district', provinces: 1, districts: 1, people: 2500, trained: 40_000 },
  province: { size: 'province', provinces: 1, districts: 20, people: 60_000, trained: 1_000_000 },
  nation: { size: 'nation', provinces: 34, districts: 20, people: 2_500_000, trained: 40_000_000 },
}

export function scaleOf(size: string | undefined): Scale {
  if (size !== undefined && Object.hasOwn(scales, size)) return scales[size as Size] // just checked
  throw new UsageError({ vi: '--size là district, province hoặc nation.', en: '--size is district, province or nation.' })
}
