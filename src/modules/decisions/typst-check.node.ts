import type { PaperFamily, PaperKind } from './paper-data.ts'
import type { Fields } from './paper-fields-more.ts'
import { fieldsOf } from './paper-fields.ts'
import { samplePaper } from './paper-sample.ts'
import { obligatoryTags, type TemplateProblem } from './template.ts'
import { typesetDrawing } from './typst.node.ts'

/** Why the Typst template is not taken; null when it sets its sample and shows all that the paper may not lack. */
export function checkTypst(source: Uint8Array, kind: PaperKind, family: PaperFamily): TemplateProblem | null {
  const fields = fieldsOf(samplePaper(kind, family), family)
  const plain = typesetDrawing(source, fields)
  if ('problem' in plain) return plain.problem
  for (const tags of obligatoryTags[kind]) {
    const changed = typesetDrawing(source, tags.reduce(withOther, fields))
    // A template in which another value draws the same sheet does not show it.
    if (!('problem' in changed) && changed.drawing === plain.drawing) return { code: 'template-missing-tag', tags }
  }
  return null
}

/** The fields with another value under that tag, wherever it stands. */
function withOther(fields: Fields, tag: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === tag) return [name, Array.isArray(value) ? value.slice(0, -1) : 'khác']
      return [name, Array.isArray(value) ? value.map((one) => withOther(one, tag)) : value]
    }),
  )
}
