/** Rows of cells as Excel pastes them; a tab or line break within a cell becomes a blank. */
export function asTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\r\n')
}
