import Docxtemplater, { type DXT } from 'docxtemplater'
import PizZip from 'pizzip'
import { partsOf, textOf } from '#lib/workbook/zip.ts'
import type { PaperFamily, PaperKind } from './paper-data.ts'
import { fieldsOf } from './paper-fields.ts'
import { samplePaper } from './paper-sample.ts'
import { templateLimits, type TemplateProblem } from './template.ts'
import { problemOfTags, type UsedTag } from './template-tags.ts'
import { fillWord, problemOf, wordOptions } from './word.node.ts'

/** Why the Word template is not taken; null when it fills its sample. */
export async function checkWord(bytes: Uint8Array, kind: PaperKind, family: PaperFamily): Promise<TemplateProblem | null> {
  const hostile = await problemOfFile(bytes)
  if (hostile) return hostile
  const used: UsedTag[] = []
  try {
    // oxlint-disable-next-line no-new -- compiling is what finds the faults.
    new Docxtemplater(new PizZip(bytes), { ...wordOptions, modules: [collectorOf(used)] })
  } catch (error) {
    return problemOf(error)
  }
  const wrong = problemOfTags(used, kind, family)
  if (wrong) return wrong
  const filled = fillWord(bytes, fieldsOf(samplePaper(kind, family), family))
  return 'problem' in filled ? filled.problem : null
}

/** Hears from docxtemplater which tags each part of the file has. Its own module for that wants lodash, which it does not bring. */
function collectorOf(used: UsedTag[]): DXT.Module {
  return {
    name: 'CollectTags',
    set: ({ inspect }: { inspect?: { postparsed?: DXT.Part[] } }) => void used.push(...(inspect?.postparsed ?? []).flatMap(usedTag)),
  }
}

function usedTag(part: DXT.Part): UsedTag[] {
  if (part.type !== 'placeholder') return []
  return [{ name: part.value, isRaw: part.module === 'rawxml', within: (part.subparsed ?? []).flatMap(usedTag) }]
}

/** A paper of text and pictures: not too much of it, no program in it, nothing that it fetches from elsewhere. */
async function problemOfFile(bytes: Uint8Array): Promise<TemplateProblem | null> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { code: 'template-not-one' }
  try {
    const parts = partsOf(bytes)
    const unpacked = parts.reduce((sum, { size }) => sum + size, 0)
    if (parts.length > templateLimits.parts) return { code: 'template-too-large', limit: `${templateLimits.parts}` }
    if (unpacked > templateLimits.unpackedBytes) return tooLarge
    if (!parts.some(({ name }) => name === 'word/document.xml')) return { code: 'template-not-one' }
    if (parts.some(({ name }) => /vbaproject|activex|embeddings\/|\.bin$/i.test(name))) return { code: 'template-reaches-out' }
    for (const part of parts) {
      // Read to its end, since a part may unpack to more than it says.
      let text = ''
      for await (const piece of textOf(bytes, part)) if (/\.rels$|content_types/i.test(part.name)) text += piece
      if (/macroEnabled/i.test(text) || reachesOut(text)) return { code: 'template-reaches-out' }
    }
    return null
  } catch {
    return { code: 'template-not-one' }
  }
}

const tooLarge: TemplateProblem = { code: 'template-too-large', limit: `${templateLimits.unpackedBytes / 1_000_000} MB` }

/** Addresses to be clicked are fine; templates, pictures and objects fetched from elsewhere are not. */
function reachesOut(relations: string): boolean {
  const all = relations.match(/<Relationship [^>]*>/g) ?? []
  return all.some((one) => /TargetMode="External"/i.test(one) && !/Type="[^"]*\/hyperlink"/i.test(one))
}
