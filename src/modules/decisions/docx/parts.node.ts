import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import { mm } from './lengths.ts'
import type { PaperFamily } from '#modules/decisions/paper-data.ts'

type Block = Paragraph | Table
type Look = {
  size?: number
  bold?: boolean
  italics?: boolean
  underline?: boolean
  align?: 'left' | 'center' | 'right' | 'both'
  /** Points before and after. */
  before?: number
  after?: number
  /** Indent of the first line, as the body has it. */
  first?: boolean
  newPage?: boolean
  /** Millimetres left free at either side. */
  sides?: number
  color?: string
}

export const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** A paragraph; what stands between two double asterisks is bold, so that 'Điều 1.' can be within a line. */
export function line(text: string, look: Look = {}): Paragraph {
  const {
    size = 14,
    bold = false,
    italics = false,
    underline = false,
    align = 'left',
    before = 0,
    after = 0,
    first = false,
    newPage = false,
    sides = 0,
    color,
  } = look
  const runs = text.split('**').map(
    (part, index) =>
      new TextRun({
        text: part,
        size: size * 2,
        bold: bold || index % 2 === 1,
        italics,
        ...(underline ? { underline: {} } : {}),
        ...(color ? { color } : {}),
      }),
  )
  return new Paragraph({
    children: runs,
    alignment: AlignmentType[({ left: 'LEFT', center: 'CENTER', right: 'RIGHT', both: 'BOTH' } as const)[align]],
    spacing: { before: before * 20, after: after * 20 },
    pageBreakBefore: newPage,
    ...(first ? { indent: { firstLine: mm(12.7) } } : {}),
    ...(sides ? { indent: { left: mm(sides), right: mm(sides) } } : {}),
  })
}

export function centred(text: string, look: Look = {}): Paragraph {
  return line(text, { ...look, align: 'center' })
}

export function body(text: string, look: Look = {}): Paragraph {
  return line(text, { align: 'both', first: true, after: 6, ...look })
}

/** The line under a heading: so long, in the middle of so wide a place. */
export function rule(length: number, width: number, after = 0): Paragraph {
  const side = mm((width - length) / 2)
  return new Paragraph({
    children: [new TextRun({ text: '', size: 8 })],
    border: { top: { ...thin, space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 90, after: after * 20, line: 80, lineRule: 'exact' },
  })
}

/** Paragraphs for each item of a list, or as often as something is there; the tags' own paragraphs vanish. */
export function each(tag: string, ...blocks: Block[]): Block[] {
  return [line(`{#${tag}}`), ...blocks, line(`{/${tag}}`)]
}

/** Places side by side without lines, in millimetres. */
export function columns(...cells: { width: number; blocks: Block[] }[]): Table {
  return places(
    cells.map(({ width }) => width),
    cells.map(({ blocks }) => blocks),
  )
}

/** As `columns`, in several rows, so that what belongs on one line stands on it. */
export function places(widths: number[], ...rows: Block[][][]): Table {
  return new Table({
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map((blocks, index) => place(widths[index] ?? 0, blocks)) })),
  })
}

function place(width: number, children: Block[]): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    borders: { top: none, bottom: none, left: none, right: none },
    children,
  })
}

export type Column = { title: string; width: number; tag: string; align?: Look['align'] }

/** A table with a row for each item of the list; its head stands on every page anew. */
export function listTable(list: string, of: Column[], foot?: { label: string; span: number; values: string[] }): Table {
  const last = of.length - 1
  const rows = [
    new TableRow({ tableHeader: true, cantSplit: true, children: of.map(({ title, width }) => cell(`**${title}**`, width, 'center')) }),
    new TableRow({
      cantSplit: true,
      children: of.map(({ tag, width, align }, index) =>
        cell(`${index === 0 ? `{#${list}}` : ''}{${tag}}${index === last ? `{/${list}}` : ''}`, width, align ?? 'left'),
      ),
    }),
  ]
  if (foot) rows.push(footRow(of, foot))
  return new Table({
    width: { size: mm(of.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: of.map(({ width }) => mm(width)),
    rows,
  })
}

function footRow(of: Column[], { label, span, values }: { label: string; span: number; values: string[] }): TableRow {
  const width = of.slice(0, span).reduce((sum, column) => sum + column.width, 0)
  const rest = of
    .slice(span)
    .map((column, index) => cell(values[index] ? `**${values[index]}**` : '', column.width, column.align ?? 'left'))
  return new TableRow({ cantSplit: true, children: [cell(`**${label}**`, width, 'center', span), ...rest] })
}

function cell(text: string, width: number, align: Look['align'] & string, span = 1): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    borders: { top: thin, bottom: thin, left: thin, right: thin },
    children: [line(text, { size: 12, align })],
  })
}

/** Who receives it, and who signs. */
export function signing(family: PaperFamily): Table {
  const isState = family === 'state'
  const recipients = isState
    ? [line('Nơi nhận:', { size: 12, bold: true, italics: true }), ...each('noi_nhan', line('- {dong}', { size: 11 }))]
    : [line('Nơi nhận:', { underline: true }), ...each('noi_nhan', line('- {dong}', { size: 12 }))]
  return columns({ width: 75, blocks: recipients }, { width: 90, blocks: signature(isState, 4) })
}

export function signature(isTitleBold: boolean, room: number): Block[] {
  return [
    ...each('quyen_han', centred('{dong}', { bold: true })),
    centred('{chuc_vu_ky}', { bold: isTitleBold }),
    ...Array.from({ length: room }, () => centred('')),
    centred('{nguoi_ky}', { bold: true }),
  ]
}
