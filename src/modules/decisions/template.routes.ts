import { commandAfter } from '#server/asking.ts'
import { command, query, type Route, type Scope } from '#server/operations.ts'
import { NotPermitted, refuse, Refused } from '#server/refusal.ts'
import { paperFamilies, paperKinds, type OwnTemplates } from './paper-data.ts'
import { ownedByProgram, paperTypes, renderPaper } from './paper-print.node.ts'
import { samplePaper } from './paper-sample.ts'
import { press } from './press.node.ts'
import { listTemplates, previewTemplate, readTemplate, replaceTemplate, resetTemplate } from './template.contract.ts'
import { endTemplate, findTemplate, ownTemplates, setTemplate, templatesInUse, type TemplatePlace } from './template.sql.ts'
import { templateFormats, templateLimits } from './template.ts'

const places: TemplatePlace[] = paperKinds.flatMap((kind) =>
  paperFamilies.flatMap((family) => templateFormats.map((format) => ({ kind, family, format }))),
)

/** The papers of the whole installation are printed by them, so only who may write everywhere changes one. */
export function templateRoutes(): Route[] {
  return [
    query(listTemplates, async ({}, { db, scope }) => {
      const used = await templatesInUse(db)
      return {
        templates: places.map((place) => {
          const found = used.find((one) => one.kind === place.kind && one.family === place.family && one.format === place.format)
          const since = found?.since?.toISOString()
          const own = since ? { name: found?.name ?? '', size: found?.size ?? 0, since, by: found?.by ?? '' } : null
          return { ...place, own, versions: found?.versions ?? 0 }
        }),
        maySet: isWhole(scope),
      }
    }),

    query(readTemplate, async (place, { db }) => {
      const own = await findTemplate(db, place)
      const content = own?.content ?? (await ownedByProgram(place.kind, place.family, place.format))
      return { name: own?.name ?? `${place.kind}-${place.family}.${place.format}`, type: typeOf(place), content }
    }),

    query(previewTemplate, async ({ kind, family, format }, { db }) => {
      const templates: OwnTemplates = await ownTemplates(db, kind, family)
      const as = format === 'docx' ? 'docx' : 'pdf'
      const content = await renderPaper({ ...samplePaper(kind, family), family, format: as, templates })
      return { name: `${kind}-${family}.${as}`, type: paperTypes[as], content }
    }),

    commandAfter(
      replaceTemplate,
      async (place, { file, scope }) => {
        assureWhole(scope)
        const bytes = file?.bytes ?? Buffer.alloc(0)
        if (!file || !file.name.toLowerCase().endsWith(`.${place.format}`))
          throw new Refused([{ code: 'template-kind', format: place.format }])
        if (bytes.length > templateLimits.bytes)
          throw new Refused([{ code: 'template-too-large', limit: `${templateLimits.bytes / 1_000_000} MB` }])
        const checked = await press({ want: 'check', template: bytes, ...place })
        if ('problem' in checked) throw new Refused([checked.problem])
        return { place, file: { name: file.name, bytes } }
      },
      async ({ place, file }, { tx }) => ({ id: await setTemplate(tx, place, file) }),
    ),

    command(resetTemplate, async (place, { tx, scope }) => {
      assureWhole(scope)
      refuse((await endTemplate(tx, place, 'reset')) ? [] : [{ code: 'template-is-programs' }])
      return {}
    }),
  ]
}

function typeOf({ format }: TemplatePlace): string {
  return format === 'docx' ? paperTypes.docx : 'text/plain; charset=utf-8'
}

function isWhole(scope: Scope): boolean {
  return scope === 'everything'
}

function assureWhole(scope: Scope): void {
  if (!isWhole(scope)) throw new NotPermitted()
}
