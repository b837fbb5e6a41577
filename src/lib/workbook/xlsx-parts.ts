import { isDateFormat } from 'hucre'
import { attribute, decoded, readXml, unescaped } from './xml.ts'

export type Relation = { type: string; target: string }
export type SheetEntry = { name: string; isHidden: boolean; relation: string }
export type Styles = { fonts: (string | undefined)[]; formats: { font: number; isDate: boolean }[] }

type Pieces = AsyncIterable<string>
const ignore = (): void => undefined

/** The relations of a part by their id, their targets as paths in the zip. */
export async function readRelations(pieces: Pieces, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const open = (name: string, attributes: string): void => {
    const [id, type, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Type'), attribute(attributes, 'Target')]
    if (name === 'Relationship' && id && type && target) relations.set(id, { type, target: pathFrom(folder, target) })
  }
  await readXml(pieces, { open, close: ignore, text: ignore })
  return relations
}

export async function readWorkbookPart(pieces: Pieces): Promise<{ sheets: SheetEntry[]; dateSystem: 1900 | 1904 }> {
  const sheets: SheetEntry[] = []
  let dateSystem: 1900 | 1904 = 1900
  const open = (tag: string, attributes: string): void => {
    if (tag === 'workbookPr' && isTrue(attribute(attributes, 'date1904'))) dateSystem = 1904
    if (tag !== 'sheet') return
    const [name, relation] = [attribute(attributes, 'name'), attribute(attributes, 'id')]
    const isHidden = /hidden$/i.test(attribute(attributes, 'state') ?? '')
    if (name && relation) sheets.push({ name, isHidden, relation })
  }
  await readXml(pieces, { open, close: ignore, text: ignore })
  return { sheets, dateSystem }
}

/** The font of each cell format, and whether its numbers are days. */
export async function readStyles(pieces: Pieces): Promise<Styles> {
  const styles: Styles = { fonts: [], formats: [] }
  const written = new Map<number, string>()
  let section = ''
  const open = (name: string, attributes: string): void => {
    if (name === 'fonts' || name === 'cellXfs' || name === 'numFmts') section = name
    if (name === 'numFmt' && section === 'numFmts')
      written.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
    if (name === 'font' && section === 'fonts') styles.fonts.push(undefined)
    if (name === 'name' && section === 'fonts') styles.fonts[styles.fonts.length - 1] = attribute(attributes, 'val')
    if (name !== 'xf' || section !== 'cellXfs') return
    const format = Number(attribute(attributes, 'numFmtId') ?? 0)
    styles.formats.push({ font: Number(attribute(attributes, 'fontId') ?? 0), isDate: isDateFormat(written.get(format) || String(format)) })
  }
  const close = (name: string): void => {
    if (name === section) section = ''
  }
  await readXml(pieces, { open, close, text: ignore })
  return styles
}

/** The texts that cells refer to by number; what a reading aid says of them (rPh) is not part of them. */
export async function readSharedStrings(pieces: Pieces): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let isText = false
  let isAid = false
  const open = (name: string): void => {
    if (name === 'si') text = ''
    else if (name === 't') isText = !isAid
    else if (name === 'rPh') isAid = true
  }
  const close = (name: string): void => {
    if (name === 'si') strings.push(unescaped(text))
    else if (name === 't') isText = false
    else if (name === 'rPh') isAid = false
  }
  await readXml(pieces, { open, close, text: (source, from, to) => void (isText && (text += decoded(source.slice(from, to)))) })
  return strings
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
