import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { paperFamilies, paperKinds } from './paper-data.ts'
import { templateFormats } from './template.ts'

const place = { kind: z.enum(paperKinds), family: z.enum(paperFamilies), format: z.enum(templateFormats) }

export const templateShape = z.object({
  ...place,
  /** An office's own; null while the program's stands. */
  own: z.object({ name: z.string(), size: z.number(), since: z.string(), by: z.string() }).nullable(),
  /** How often an office's own has been put in its place. */
  versions: z.number(),
})
export type Template = z.output<typeof templateShape>

export const listTemplates = operation({
  id: 'decisions.templates.list',
  method: 'GET',
  path: '/api/templates',
  permission: 'decisions.write',
  input: z.object({}),
  reply: z.object({ templates: z.array(templateShape), maySet: z.boolean() }),
  summary: { vi: 'Mẫu văn bản', en: 'Templates of papers' },
})

export const readTemplate = operation({
  id: 'decisions.templates.read',
  method: 'GET',
  path: '/api/templates/:kind/:family/:format/file',
  permission: 'decisions.write',
  input: z.object(place),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'Tải mẫu văn bản', en: 'Download a template' },
})

export const previewTemplate = operation({
  id: 'decisions.templates.preview',
  method: 'GET',
  path: '/api/templates/:kind/:family/:format/sample',
  permission: 'decisions.write',
  input: z.object(place),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'In thử mẫu văn bản với dữ liệu ví dụ', en: 'Print a template with sample data' },
})

export const replaceTemplate = operation({
  id: 'decisions.templates.replace',
  method: 'POST',
  path: '/api/templates/:kind/:family/:format/file',
  permission: 'decisions.write',
  input: z.object(place),
  reply: z.object({ id: z.uuid() }),
  takes: 'file',
  summary: { vi: 'Thay mẫu văn bản', en: 'Replace a template' },
})

export const resetTemplate = operation({
  id: 'decisions.templates.reset',
  method: 'POST',
  path: '/api/templates/:kind/:family/:format/reset',
  permission: 'decisions.write',
  input: z.object(place),
  reply: z.object({}),
  summary: { vi: 'Dùng lại mẫu của chương trình', en: "Return to the program's own template" },
})
