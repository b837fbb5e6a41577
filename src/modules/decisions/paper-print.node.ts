import type { OwnTemplates, Paper, PaperFamily, PaperFormat } from './paper-data.ts'

export type Printing = Paper & { family: PaperFamily; format: PaperFormat; templates: OwnTemplates }

/** Prints a paper as Word or PDF, by the office's own template where there is one. */
export async function renderPaper(_printing: Printing): Promise<Buffer> {
  throw new Error('Not printed yet')
}
