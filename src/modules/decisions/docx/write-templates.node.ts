import { writeFile } from 'node:fs/promises'
import { Document, Packer } from 'docx'
import { paperFamilies, paperKinds, type PaperFamily, type PaperKind } from '#modules/decisions/paper-data.ts'
import { templateFile } from '#modules/decisions/paper-files.node.ts'
import { layouts } from './layouts.node.ts'

/** One of the program's own Word templates. */
export function templateOf(kind: PaperKind, family: PaperFamily): Promise<Buffer> {
  const document = new Document({
    creator: 'Kế Cận',
    title: `${kind}-${family}`,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28, language: { value: 'vi-VN' } } } } },
    sections: layouts[kind](family),
  })
  return Packer.toBuffer(document)
}

/** `node src/modules/decisions/docx/write-templates.node.ts` writes all of them to templates/. */
if (process.argv[1] === import.meta.filename) {
  for (const kind of paperKinds) {
    for (const family of paperFamilies) await writeFile(templateFile(kind, family, 'docx'), await templateOf(kind, family))
  }
}
