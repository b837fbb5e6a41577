import { WorkbookError } from './cells.ts'

/** What is told of an XML text as it passes; names come without their prefix, `attributes` as written. */
export type XmlListener = {
  open: (name: string, attributes: string) => void
  close: (name: string) => void
  /** The text stands in `source` from one sign to the other, not yet decoded. */
  text: (source: string, from: number, to: number) => void
}

const less = 60
const greater = 62
const slash = 47
const colon = 58
const quote = 34
const apostrophe = 39
const space = 32

/** A cell holds 32,767 signs at most; no tag or text of a workbook is longer than this. */
const longestPiece = 4_000_000

/** Reads XML piece by piece and keeps nothing of it; text that is cut off in the middle is damaged. */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener)
  for await (const piece of pieces) scanner.push(piece)
  scanner.end()
}

class XmlScanner {
  #listener: XmlListener
  #rest = ''
  #depth = 0

  constructor(listener: XmlListener) {
    this.#listener = listener
  }

  push(piece: string): void {
    const source = this.#rest + piece
    let at = 0
    for (;;) {
      const start = source.indexOf('<', at)
      if (start < 0) break
      const after = this.#markup(source, start)
      if (after < 0) break
      if (start > at) this.#listener.text(source, at, start)
      if (source.charCodeAt(start + 1) !== 33 && source.charCodeAt(start + 1) !== 63) this.#tag(source, start, after)
      else if (source.startsWith('<![CDATA[', start)) this.#listener.text(escaped(source.slice(start + 9, after - 3)), 0, Infinity)
      at = after
    }
    this.#rest = source.slice(at)
    if (this.#rest.length > longestPiece) throw new WorkbookError({ code: 'workbook-damaged' })
  }

  end(): void {
    if (this.#depth !== 0 || this.#rest.includes('<')) throw new WorkbookError({ code: 'workbook-damaged' })
  }

  /** Where the markup that begins here ends; -1 while its end has not come. */
  #markup(source: string, start: number): number {
    const next = source.charCodeAt(start + 1)
    if (next === 33) {
      if (source.startsWith('<!--', start)) return endOf(source, '-->', start + 4)
      if (source.startsWith('<![CDATA[', start)) return endOf(source, ']]>', start + 9)
      return source.length - start < 9 ? -1 : endOf(source, '>', start)
    }
    if (next === 63) return endOf(source, '?>', start)
    let inside = 0
    for (let at = start + 1; at < source.length; at += 1) {
      const sign = source.charCodeAt(at)
      if (inside !== 0) inside = sign === inside ? 0 : inside
      else if (sign === greater) return at + 1
      else if (sign === quote || sign === apostrophe) inside = sign
      else if (sign === less) throw new WorkbookError({ code: 'workbook-damaged' })
    }
    return -1
  }

  #tag(source: string, start: number, after: number): void {
    const isClosing = source.charCodeAt(start + 1) === slash
    const isEmpty = source.charCodeAt(after - 2) === slash
    let from = isClosing ? start + 2 : start + 1
    const last = isEmpty ? after - 2 : after - 1
    let end = from
    for (; end < last && source.charCodeAt(end) > space; end += 1) if (source.charCodeAt(end) === colon) from = end + 1
    const name = source.slice(from, end)
    if (!isClosing) this.#listener.open(name, end < last ? source.slice(end, last) : '')
    if (isClosing || isEmpty) this.#listener.close(name)
    this.#depth += isEmpty ? 0 : isClosing ? -1 : 1
  }
}

/** The value of an attribute, with or without a prefix to its name. */
export function attribute(attributes: string, name: string): string | undefined {
  const usual = attributes.indexOf(` ${name}="`)
  if (usual >= 0) {
    const from = usual + name.length + 3
    return decoded(attributes.slice(from, attributes.indexOf('"', from)))
  }
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before > space && before !== colon) continue
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at + name.length))
    if (value) return decoded(value[1] ?? value[2] ?? '')
  }
  return undefined
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The text with its entities as the signs they stand for. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string) => {
      if (hex === undefined && decimal === undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Excel writes signs that XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;')
}

function endOf(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from)
  return at < 0 ? -1 : at + what.length
}
