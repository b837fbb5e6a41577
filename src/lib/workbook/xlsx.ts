import { type Sheet, type Workbook, WorkbookError } from './cells.ts'
import { readSheet, type Shared } from './xlsx-sheet.ts'
import { readRelations, readSharedStrings, readStyles, readWorkbookPart, type Relation } from './xlsx-parts.ts'
import { partsOf, textOf } from './zip.ts'

/** Reads an .xlsx part by part, a little at a time: what is held in the end is what its cells say, each different text once. */
export async function readXlsx(bytes: Uint8Array): Promise<Workbook> {
  const parts = new Map(partsOf(bytes).map((part) => [part.name.replace(/^\//, '').toLowerCase(), part]))
  const text = (path: string): AsyncIterable<string> | null => {
    const part = parts.get(path.toLowerCase())
    return part ? textOf(bytes, part) : null
  }
  const relationsOf = (path: string): Promise<Map<string, Relation>> => {
    const [folder, name] = [path.slice(0, path.lastIndexOf('/') + 1), path.slice(path.lastIndexOf('/') + 1)]
    return readRelations(text(`${folder}_rels/${name}.rels`) ?? missing(), folder)
  }
  const root = ofType(await relationsOf(''), 'officeDocument') ?? missing()
  const { sheets: entries, dateSystem } = await readWorkbookPart(text(root.target) ?? missing())
  const relations = await relationsOf(root.target)
  const [strings, styles] = [text(ofType(relations, 'sharedStrings')?.target ?? ''), text(ofType(relations, 'styles')?.target ?? '')]
  const shared: Shared = {
    strings: strings ? await readSharedStrings(strings) : [],
    styles: styles ? await readStyles(styles) : { fonts: [], formats: [] },
    dateSystem,
    cells: new Map(),
    count: 0,
  }
  const sheets: Sheet[] = []
  for (const { name, isHidden, relation } of entries) {
    const found = relations.get(relation) ?? missing()
    // A sheet may be a chart and nothing else.
    if (!found.type.endsWith('/worksheet')) continue
    sheets.push({ name, isHidden, ...(await readSheet(text(found.target) ?? missing(), shared)) })
  }
  return { format: 'xlsx', dateSystem, sheets }
}

function ofType(relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined {
  return [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))
}

function missing(): never {
  throw new WorkbookError({ code: 'workbook-damaged' })
}
