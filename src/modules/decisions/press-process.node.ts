import type { PaperFamily, PaperKind } from './paper-data.ts'
import type { Fields } from './paper-fields-more.ts'
import type { TemplateFormat, TemplateProblem } from './template.ts'

export type PressJob = { format: TemplateFormat; template: Uint8Array } & (
  | { want: 'paper'; fields: Fields }
  /** Whether a template can be taken. */
  | { want: 'check'; kind: PaperKind; family: PaperFamily }
)
export type Pressed = { content: Uint8Array } | { problem: TemplateProblem } | { checked: true }
/** A fault of the program itself, for its log. */
export type PressFault = { fault: string }

/** The process of `press`: does one job after another until its parent goes or ends it. */
process.on('message', (job: PressJob) => {
  const done = work(job).catch((error: unknown): PressFault => ({
    fault: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
  }))
  void done.then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit())

async function work(job: PressJob): Promise<Pressed> {
  if (job.want === 'check') return check(job)
  if (job.format === 'docx') return (await import('./word.node.ts')).fillWord(job.template, job.fields)
  return (await import('./typst.node.ts')).typesetPdf(job.template, job.fields)
}

async function check({ format, template, kind, family }: Extract<PressJob, { want: 'check' }>): Promise<Pressed> {
  const problem =
    format === 'docx'
      ? await (await import('./word-check.node.ts')).checkWord(template, kind, family)
      : (await import('./typst-check.node.ts')).checkTypst(template, kind, family)
  return problem ? { problem } : { checked: true }
}
