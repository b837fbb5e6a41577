import pg from 'pg'

/** PostgreSQL type numbers (oid), which never change. */
const int8 = 20
const date = 1082
const int8Array = 1016
const dateArray = 1182
const textArray = 1009

type Parser = (text: string) => unknown

const parsers: Record<number, Parser> = {
  // Counts and sequence numbers; none of ours comes near 2⁵³.
  [int8]: Number,
  [int8Array]: (text) => texts(text).map((each) => (each === null ? null : Number(each))),
  // A day is a day wherever the server stands, never an instant.
  [date]: String,
  [dateArray]: texts,
}

/** How a column's text becomes a value: as the `pg` library does it, but days stay text and bigint is a number. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    (format === undefined || format === 'text' ? parsers[oid] : undefined) ??
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

function texts(text: string): (string | null)[] {
  // The library's own types list only the numbers of scalar types.
  const parserOf = pg.types.getTypeParser as (oid: number) => (text: string) => (string | null)[]
  return parserOf(textArray)(text)
}
