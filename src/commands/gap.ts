import { writeFile } from 'node:fs/promises'
import { levelAsked, requirements } from '#law/requirements.ts'
import { formatDay } from '#lib/days.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { readGap, type Gap } from '#modules/qualifications/gap.contract.ts'
import { UsageError, defineCommand } from '../command-line.ts'
import { askedFormat, askedReview, askOperations } from './review/ask.ts'
import { alignedTable } from './review/print.ts'

const headers = ['Chức danh, đơn vị', 'Tiêu chuẩn', 'Yêu cầu', 'Phải có', 'Đạt', 'Đang học', 'Còn thiếu']

export const command = defineCommand({
  name: 'gap',
  summary: {
    vi: 'In khoảng cách tiêu chuẩn của một đơn vị: mỗi chức danh và tiêu chuẩn có bao nhiêu người đạt, đang học, còn thiếu.',
    en: 'Prints the gap of a unit: for each post and standard how many meet it, study for it and lack it.',
  },
  usage: 'gap [--unit TÊN|MÃ|ID] [--on NGÀY] [--known-on NGÀY] [--by post|unit] [--format table|json|xlsx] [--out TỆP]',
  options: {
    unit: { type: 'string' },
    on: { type: 'string' },
    'known-on': { type: 'string' },
    by: { type: 'string', default: 'post' },
    format: { type: 'string', default: 'table' },
    out: { type: 'string' },
  },
  async run({ values }, io) {
    const format = askedFormat(values.format, ['table', 'json', 'xlsx'])
    if (values.by !== 'post' && values.by !== 'unit') throw new UsageError({ vi: '--by là post hoặc unit.', en: '--by is post or unit.' })
    const asked = askedReview({ unit: values.unit, on: values.on, 'known-on': values['known-on'] })
    const gap = await askOperations(asked, (ask) => ask<Gap>(readGap, { ...asked, by: values.by }))
    const file = values.out ?? (format === 'xlsx' ? 'khoang-cach.xlsx' : undefined)
    const content = format === 'xlsx' ? await workbookOf(gap) : textOf(gap, format)
    if (file === undefined) return io.out(String(content))
    await writeFile(file, content)
    io.say(file)
  },
})

function textOf(gap: Gap, format: 'table' | 'json'): string {
  if (format === 'json') return JSON.stringify(gap.rows.flatMap(rowsOf), null, 2)
  return [...titleOf(gap), '', ...alignedTable([headers, ...linesOf(gap).map((line) => line.map(String))], [3, 4, 5, 6])].join('\n')
}

/** One row for each post (or unit) and standard; required is met, studying and missing together. */
function rowsOf({ key, vi, cells }: Gap['rows'][number]) {
  return cells.map(({ requirement, required, met, studying, missing, standard }) => ({
    post: vi,
    postId: key,
    standard: requirement,
    standardId: standard?.standardId ?? null,
    required,
    met,
    studying,
    missing,
  }))
}

function linesOf(gap: Gap): (string | number)[][] {
  return gap.rows.flatMap(({ vi, cells }) =>
    cells.map(({ requirement, standard, required, met, studying, missing }) => [
      vi,
      requirements[requirement].vi,
      standard ? levelAsked(standard).vi : '',
      required,
      met,
      studying,
      missing,
    ]),
  )
}

function titleOf({ unit, on, knownOn, people }: Gap): string[] {
  const known = knownOn === null ? 'theo số liệu biết đến nay' : `theo số liệu biết đến hết ${formatDay(knownOn)}`
  return [
    `Khoảng cách tiêu chuẩn · ${unit?.vi ?? 'phạm vi được xem'}`,
    `Ngày ${formatDay(on)} · ${known} · ${people.missing} trên ${people.required} người còn thiếu ít nhất một tiêu chuẩn`,
  ]
}

function workbookOf(gap: Gap): Promise<Uint8Array> {
  const columns = headers.map((header, place) => (place > 2 ? { header, width: 12, kind: 'number' as const } : { header, width: 34 }))
  return writeWorkbookAway([{ name: 'Khoảng cách', title: titleOf(gap), columns, rows: linesOf(gap) }])
}
