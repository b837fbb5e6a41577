import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'
import { runStatuses } from './run.ts'

export const importKinds = ['people', 'sendings', 'classes'] as const
const permission = 'imports.run'
const kind = z.enum(importKinds)
const runId = idText

export const countsShape = z.object({
  rows: z.number(),
  new: z.number(),
  same: z.number(),
  changed: z.number(),
  duplicate: z.number(),
  refused: z.number(),
  left_out: z.number(),
})
export const progressShape = z.object({ step: z.string(), done: z.number(), total: z.number() })
export const failureShape = z.looseObject({ code: z.string() })
export type Failure = z.output<typeof failureShape>

const namesShape = z.object({ vi: z.string(), en: z.string() })
export const runShape = z.object({
  id: idText,
  kind,
  unit: z.object({ id: idText, ...namesShape.shape }).nullable(),
  day: dayText.nullable(),
  fileName: z.string(),
  fileSize: z.number(),
  status: z.enum(runStatuses),
  failure: failureShape.nullable(),
  counts: countsShape.nullable(),
  actor: z.string(),
  createdAt: z.coerce.string(),
  appliedAt: z.coerce.string().nullable(),
  undoneAt: z.coerce.string().nullable(),
  undoneWhy: z.string().nullable(),
})
export type Run = z.output<typeof runShape>

const columnShape = z.object({ column: z.string(), heading: z.string(), role: z.string(), confidence: z.number(), why: z.string() })
export const tableShape = z.object({
  fingerprint: z.string(),
  headingRows: z.tuple([z.number(), z.number()]),
  rows: z.tuple([z.number(), z.number()]),
  columns: z.array(columnShape),
  titleLines: z.array(z.string()),
  /** The day on which the list says that it is true. */
  asOf: z.string().nullable(),
  sample: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
})
export const sheetShape = z.object({
  sheet: z.string(),
  isHidden: z.boolean(),
  encoding: z.enum(['unicode', 'tcvn3', 'vni']),
  skipped: z.string().nullable(),
  tables: z.array(tableShape),
})
export type SheetNote = z.output<typeof sheetShape>

export const beginRun = operation({
  id: 'imports.runs.begin',
  method: 'POST',
  path: '/api/imports',
  permission,
  takes: 'file',
  input: z.object({ kind, unitId: idText.optional(), day: dayText.optional() }),
  scope: { unit: 'unitId' },
  reply: z.object({ id: idText }),
  summary: { vi: 'Tải lên một bảng tính để nhập', en: 'Upload a workbook to import' },
})

export const listRuns = operation({
  id: 'imports.runs.list',
  method: 'GET',
  path: '/api/imports',
  permission,
  input: z.object({ after: idText.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  reply: z.object({ runs: z.array(runShape), next: z.string().nullable() }),
  summary: { vi: 'Danh sách các lần nhập', en: 'List of imports' },
})

export const readRun = operation({
  id: 'imports.runs.read',
  method: 'GET',
  path: '/api/imports/:runId',
  permission,
  input: z.object({ runId }),
  reply: z.object({
    run: runShape,
    progress: progressShape.nullable(),
    sheets: z.array(sheetShape),
    warnings: z.array(z.looseObject({ code: z.string() })),
    objections: z.array(z.looseObject({ code: z.string() })),
  }),
  summary: { vi: 'Một lần nhập: trạng thái, tiến độ, các cột nhận ra được', en: 'One import: state, progress, recognised columns' },
})

export const setColumns = operation({
  id: 'imports.runs.setColumns',
  method: 'PUT',
  path: '/api/imports/:runId/columns',
  permission,
  input: z.object({
    runId,
    fingerprint: z.string().max(200),
    columns: z.array(z.object({ column: z.string().regex(/^[A-Z]{1,3}$/), role: z.string().max(60) })).max(300),
  }),
  reply: z.object({}),
  summary: { vi: 'Sửa ý nghĩa các cột; đơn vị sẽ nhớ cho lần sau', en: 'Correct what the columns mean; remembered for the office' },
})

export const reread = operation({
  id: 'imports.runs.reread',
  method: 'POST',
  path: '/api/imports/:runId/read',
  permission,
  input: z.object({ runId, kind: kind.optional(), unitId: idText.nullable().optional(), day: dayText.nullable().optional() }),
  scope: { unit: 'unitId' },
  reply: z.object({}),
  summary: { vi: 'Đọc lại tệp', en: 'Read the file again' },
})

export const applyRun = operation({
  id: 'imports.runs.apply',
  method: 'POST',
  path: '/api/imports/:runId/apply',
  permission,
  input: z.object({ runId }),
  reply: z.object({}),
  summary: { vi: 'Ghi toàn bộ danh sách', en: 'Apply the whole list' },
})

export const undoRun = operation({
  id: 'imports.runs.undo',
  method: 'POST',
  path: '/api/imports/:runId/undo',
  permission,
  input: z.object({ runId, reason: z.string().trim().min(1).max(500) }),
  reply: z.object({}),
  summary: { vi: 'Hoàn tác toàn bộ lần nhập', en: 'Undo the whole import' },
})

export const discardRun = operation({
  id: 'imports.runs.discard',
  method: 'DELETE',
  path: '/api/imports/:runId',
  permission,
  input: z.object({ runId }),
  reply: z.object({}),
  summary: { vi: 'Bỏ một lần nhập chưa ghi', en: 'Discard an import that was not applied' },
})

/** The two that the program itself performs after a user asked for them: each is one transaction with one entry. */
export const writeRun = operation({
  id: 'imports.runs.write',
  method: 'POST',
  path: '/api/imports/:runId/write',
  permission,
  input: z.object({ runId }),
  reply: z.object({ written: z.number() }),
  summary: { vi: 'Ghi dữ liệu của một lần nhập', en: 'Write the facts of an import' },
})

export const withdrawRun = operation({
  id: 'imports.runs.withdraw',
  method: 'POST',
  path: '/api/imports/:runId/withdraw',
  permission,
  input: z.object({ runId }),
  reply: z.object({ closed: z.number(), restored: z.number() }),
  summary: { vi: 'Rút dữ liệu của một lần nhập', en: 'Withdraw the facts of an import' },
})

export const readErrors = operation({
  id: 'imports.runs.errors',
  method: 'GET',
  path: '/api/imports/:runId/errors',
  permission,
  input: z.object({ runId, language: z.enum(['vi', 'en']).default('vi') }),
  reply: z.unknown(),
  gives: 'file',
  summary: { vi: 'Tệp các dòng có lỗi, lý do ở cột cuối', en: 'File of the rows in error, the reason in the last column' },
})

export const readTemplate = operation({
  id: 'imports.templates.read',
  method: 'GET',
  path: '/api/import-templates/:kind',
  permission,
  input: z.object({ kind }),
  reply: z.unknown(),
  gives: 'file',
  summary: { vi: 'Bảng tính mẫu', en: 'Template workbook' },
})
