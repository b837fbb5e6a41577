import { readFile } from 'node:fs/promises'
import type { OwnTemplates, Paper, PaperFamily, PaperFormat, PaperKind } from './paper-data.ts'
import { fieldsOf } from './paper-fields.ts'
import { templateFile } from './paper-files.node.ts'
import { press } from './press.node.ts'
import type { TemplateFormat } from './template.ts'

export type Printing = Paper & { family: PaperFamily; format: PaperFormat; templates: OwnTemplates }

/** Prints a paper as Word or PDF, by the office's own template where there is one. */
export async function renderPaper(printing: Printing): Promise<Buffer> {
  const { kind, family, templates } = printing
  const format = printing.format === 'docx' ? 'docx' : 'typ'
  const template = templates[format] ?? (await ownedByProgram(kind, family, format))
  const pressed = await press({ want: 'paper', format, template, fields: fieldsOf(printing, family) })
  // A template was tried before it was taken, so what fails here is the program's own fault.
  if (!('content' in pressed)) throw new Error(`Template ${kind}-${family}.${format}: ${JSON.stringify(pressed)}`)
  return Buffer.from(pressed.content)
}

export function ownedByProgram(kind: PaperKind, family: PaperFamily, format: TemplateFormat): Promise<Buffer> {
  return readFile(templateFile(kind, family, format))
}

/** What a printed paper is called and is, as the answer of an operation. */
export const paperTypes: Record<PaperFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
}
