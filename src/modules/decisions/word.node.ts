import Docxtemplater, { type DXT } from 'docxtemplater'
import PizZip from 'pizzip'
import type { Fields } from './paper-fields-more.ts'
import { addPictures } from './word-picture.node.ts'
import type { TemplateProblem } from './template.ts'

export const wordOptions: DXT.ConstructorOptions = {
  paragraphLoop: true,
  linebreaks: true,
  stripInvalidXMLChars: true,
  errorLogging: false,
  nullGetter: () => '',
  syntax: { changeDelimiterPrefix: null },
}

/** Fills a Word template: each tag is exchanged for its text, each list repeats what stands between its tags. */
export function fillWord(template: Uint8Array, fields: Fields): { content: Uint8Array } | { problem: TemplateProblem } {
  try {
    const zip = new PizZip(template)
    const whole = addPictures(zip, fields)
    const word = new Docxtemplater(zip, wordOptions)
    word.render(whole)
    return { content: word.toBuffer({ compression: 'DEFLATE' }) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

type Explained = { id?: string; xtag?: string; explanation?: string }
type TemplaterError = { properties?: Explained & { errors?: { properties?: Explained }[] } }

/** What docxtemplater found first; of a file that is no Word paper at all it says nothing that helps. */
export function problemOf(error: unknown): TemplateProblem {
  const { properties } = error as TemplaterError
  const first = properties?.errors?.[0]?.properties ?? properties
  if (!first?.id) return { code: 'template-not-one' }
  return { code: 'template-docx', tag: first.xtag ?? null, message: (first.explanation ?? first.id).slice(0, 300) }
}
