import { inflateSync } from 'node:zlib'

export type PdfPage = { width: number; height: number; lines: string[] }

/** The text of each page as whoever copies it gets it: a line for every run of text, in the order of the file. */
export function pagesOf(pdf: Buffer): PdfPage[] {
  const objects = objectsOf(pdf)
  const kids = /\/Kids \[([^\]]*)\]/.exec(objects.get('1')?.head ?? '')?.[1] ?? ''
  return Array.from(kids.matchAll(/(\d+) 0 R/g), ([, id = '']) => pageOf(objects, objects.get(id)?.head ?? ''))
}

/** The fonts that stand whole in the file, without the six letters before a part of one. */
export function fontsOf(pdf: Buffer): string[] {
  const described = Array.from(objectsOf(pdf).values(), ({ head }) => head).filter((head) => head.includes('/FontFile'))
  return described.map((head) => /\/FontName \/(?:[A-Z]{6}\+)?(\S+)/.exec(head)?.[1] ?? '').toSorted()
}

type PdfObject = { head: string; stream: Buffer | undefined }

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(?<=\n)(\d+) 0 obj\n(.*?)(?:\nendobj|stream\r?\n)/gs)) {
    const [whole, id = '', head = ''] = match
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const from = match.index + whole.length
    objects.set(id, { head, stream: whole.endsWith('obj') ? undefined : unpacked(pdf.subarray(from, from + length), head) })
  }
  return objects
}

function unpacked(bytes: Buffer, head: string): Buffer {
  return head.includes('FlateDecode') ? inflateSync(bytes) : bytes
}

function pageOf(objects: Map<string, PdfObject>, head: string): PdfPage {
  const stream = (id: string | undefined) => objects.get(id ?? '')?.stream?.toString('latin1') ?? ''
  const letters = new Map<string, Map<string, string>>()
  for (const [, name = '', id = ''] of head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const font = objects.get(id)?.head ?? ''
    letters.set(name, lettersOf(stream(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1])))
  }
  const content = stream(/\/Contents (\d+) 0 R/.exec(head)?.[1])
  const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? []
  return { width: Number(width), height: Number(height), lines: linesOf(content, letters) }
}

/** Which letters each glyph stands for. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, part = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', text = ''] of part.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) letters.set(glyph.toLowerCase(), utf16(text))
  }
  for (const [, part = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', text = ''] of part.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) {
      for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph += 1)
        letters.set(glyph.toString(16).padStart(4, '0'), String.fromCodePoint(parseInt(text, 16) + glyph - parseInt(first, 16)))
    }
  }
  return letters
}

function utf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function linesOf(content: string, letters: Map<string, Map<string, string>>): string[] {
  return Array.from(content.matchAll(/BT\n(.*?)\nET/gs), ([, block = '']) => {
    let font: Map<string, string> | undefined
    let line = ''
    for (const [, name, shown] of block.matchAll(/\/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)/gs)) {
      if (name) font = letters.get(name)
      else
        line += glyphsOf(shown ?? '')
          .map((glyph) => font?.get(glyph) ?? '\uFFFD')
          .join('')
    }
    return line.replaceAll('\u00A0', ' ')
  })
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** A text of the file as glyphs of two bytes. */
function glyphsOf(literal: string): string[] {
  const bytes = Array.from(literal.matchAll(/\\([0-7]{3})|\\(.)|(.)/gs), ([, octal, escaped, plain]) => {
    if (octal) return parseInt(octal, 8)
    if (escaped) return escapes[escaped] ?? escaped.charCodeAt(0)
    return plain?.charCodeAt(0) ?? 0
  })
  return Buffer.from(bytes).toString('hex').match(/.{4}/g) ?? []
}
