import './FormTable.css'
import type { ReactNode } from 'react'

export type FormColumn = { key: string; number: string; label: string; band: string | null; about?: string }
export type FormTableRow = { key: string; mark: string; label: string; depth: number; cells: ReactNode[]; isChosen?: boolean }

/**
 * An official form as it is printed: heads over neighbouring columns, the row of column numbers, rows with their marks; what the
 * form has no row for stands below it under a name of its own. `head` and `foot` are for paper only; alone on paper, A4 across.
 */
export function FormTable({
  caption,
  columns,
  markHead,
  labelHead,
  rows,
  rest,
  head,
  foot,
  notes,
}: {
  caption: string
  columns: readonly FormColumn[]
  markHead: string
  labelHead: string
  rows: readonly FormTableRow[]
  rest: { title: string; rows: readonly FormTableRow[] } | null
  head: { left: readonly string[]; title: string; under: string; right: readonly string[] }
  foot: { place: string; left: readonly string[]; right: readonly string[] }
  notes: readonly string[]
}) {
  return (
    <section className="kc-form" aria-label={caption}>
      <div className="kc-form-head">
        <PaperLines lines={head.left} />
        <div>
          <strong>{head.title}</strong>
          <span>{head.under}</span>
        </div>
        <PaperLines lines={head.right} />
      </div>
      <div className="kc-form-scroll" tabIndex={0} role="region" aria-label={caption}>
        <table className="kc-form-table">
          <caption className="kc-table-caption">{caption}</caption>
          <Head columns={columns} markHead={markHead} labelHead={labelHead} />
          <tbody>{rows.map((row) => line(row))}</tbody>
          {rest && rest.rows.length > 0 && (
            <tbody data-rest="">
              <tr>
                <th colSpan={columns.length + 2} scope="rowgroup">
                  {rest.title}
                </th>
              </tr>
              {rest.rows.map((row) => line(row))}
            </tbody>
          )}
        </table>
      </div>
      <div className="kc-form-foot">
        <PaperLines lines={foot.left} />
        <div>
          <em>{foot.place}</em>
          <PaperLines lines={foot.right} />
        </div>
      </div>
      <ol className="kc-form-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ol>
    </section>
  )
}

function PaperLines({ lines }: { lines: readonly string[] }) {
  return (
    <div>
      {lines.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  )
}

function Head({ columns, markHead, labelHead }: { columns: readonly FormColumn[]; markHead: string; labelHead: string }) {
  const bands = bandsOf(columns)
  const hasBands = columns.some(({ band }) => band !== null)
  return (
    <thead>
      <tr>
        <th rowSpan={hasBands ? 2 : 1} scope="col">
          {markHead}
        </th>
        <th rowSpan={hasBands ? 2 : 1} scope="col">
          {labelHead}
        </th>
        {bands.map(({ band, first, count }) =>
          band === null ? (
            <th key={first.key} rowSpan={hasBands ? 2 : 1} scope="col">
              {first.label}
            </th>
          ) : (
            <th key={first.key} colSpan={count} scope="colgroup">
              {band}
            </th>
          ),
        )}
      </tr>
      {hasBands && (
        <tr>
          {columns
            .filter(({ band }) => band !== null)
            .map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
        </tr>
      )}
      <tr data-numbers="">
        <td>1</td>
        <td>2</td>
        {columns.map(({ key, number, about }) => (
          <td key={key}>
            {number}
            {about && <small>{about}</small>}
          </td>
        ))}
      </tr>
    </thead>
  )
}

function line({ key, mark, label, depth, cells, isChosen }: FormTableRow) {
  return (
    <tr key={key} data-depth={depth} aria-selected={isChosen || undefined}>
      <td>{mark}</td>
      <th scope="row">{label}</th>
      {cells.map((cell, at) => (
        <td key={at}>{cell}</td>
      ))}
    </tr>
  )
}

/** Neighbours under one head together; a column without one stands alone. */
function bandsOf(columns: readonly FormColumn[]): { band: string | null; first: FormColumn; count: number }[] {
  const bands: { band: string | null; first: FormColumn; count: number }[] = []
  for (const column of columns) {
    const last = bands.at(-1)
    if (last && column.band !== null && last.band === column.band) last.count += 1
    else bands.push({ band: column.band, first: column, count: 1 })
  }
  return bands
}
