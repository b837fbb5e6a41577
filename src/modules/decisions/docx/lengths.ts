/** Millimetres in the unit of Word, a twentieth of a point; A4 comes out as Word itself writes it. */
export function mm(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4)
}
