import type { Fields } from './paper-fields-more.ts'
import type { TemplateFormat, TemplateProblem } from './template.ts'

export type PressJob = { format: TemplateFormat; template: Uint8Array; fields: Fields }
export type Pressed = { content: Uint8Array } | { problem: TemplateProblem }

/** The process of `press`: prints one paper after another until its parent goes or ends it. */
process.on('message', (job: PressJob) => void print(job).then((pressed) => process.send?.(pressed)))
process.on('disconnect', () => process.exit())

async function print({ format, template, fields }: PressJob): Promise<Pressed> {
  if (format === 'docx') return (await import('./word.node.ts')).fillWord(template, fields)
  return (await import('./typst.node.ts')).typesetPdf(template, fields)
}
