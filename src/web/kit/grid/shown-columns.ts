/** Which columns of the named grid this browser shows or hides; a column not named stands as the grid has it by default. */
export function shownColumns(name: string): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(`kecan.columns.${name}`) ?? '{}') as Record<string, boolean>
  } catch {
    return {} // Storage closed or spoilt: the default columns do.
  }
}
