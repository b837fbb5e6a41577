/** Measured: a file within these limits is read in 512 MB and a few seconds, whatever is in it. */
export const limits = { bytes: 50_000_000, declaredBytes: 200_000_000, parts: 2_000, rows: 200_000, cells: 3_000_000 }
