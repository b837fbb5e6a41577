import { inflateRawSync } from 'node:zlib'
import { WorkbookError } from './cells.ts'

/** Measured: a file within these limits is read in 512 MB and a few seconds, whatever is in it. */
export const limits = { bytes: 50_000_000, declaredBytes: 200_000_000, parts: 2_000, rows: 200_000, cells: 3_000_000 }

export type Inspected = { format: 'xlsx' | 'xls'; declaredBytes: number }

/** Says what a file is by its first bytes and its table of contents, before anything in it is unpacked. */
export function inspectWorkbook(bytes: Uint8Array): Inspected {
  if (bytes.length === 0) throw new WorkbookError({ code: 'workbook-empty' })
  if (bytes.length > limits.bytes) throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.bytes / 1_000_000} MB` })
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return inspectCompound(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return inspectZip(bytes)
  // A damaged zip still begins with PK.
  throw new WorkbookError({ code: startsWith(bytes, [0x50, 0x4b]) ? 'workbook-damaged' : 'workbook-not-one' })
}

/** The old container holds an .xls, or a new workbook locked with a password; its directory has names in UTF-16. */
function inspectCompound(bytes: Uint8Array): Inspected {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) throw new WorkbookError({ code: 'workbook-encrypted' })
  if (!has('Workbook') && !has('Book')) throw new WorkbookError({ code: 'workbook-not-one' })
  if (has('_VBA_PROJECT')) throw new WorkbookError({ code: 'workbook-has-macros' })
  return { format: 'xls', declaredBytes: bytes.length }
}

function inspectZip(bytes: Uint8Array): Inspected {
  const parts = partsOf(bytes)
  const names = parts.map(({ name }) => name.toLowerCase())
  const declaredBytes = parts.reduce((sum, { size }) => sum + size, 0)
  if (parts.length > limits.parts) throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.parts} parts` })
  if (declaredBytes > limits.declaredBytes)
    throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.declaredBytes / 1_000_000} MB` })
  if (names.some((name) => name.endsWith('vbaproject.bin'))) throw new WorkbookError({ code: 'workbook-has-macros' })
  if (names.includes('xl/workbook.bin')) throw new WorkbookError({ code: 'workbook-save-as-xlsx', format: 'xlsb' })
  if (names.includes('content.xml') && names.includes('mimetype')) throw new WorkbookError({ code: 'workbook-save-as-xlsx', format: 'ods' })
  if (!names.some((name) => /^xl\/.*workbook.*\.xml$/.test(name))) throw new WorkbookError({ code: 'workbook-not-one' })
  return { format: 'xlsx', declaredBytes }
}

/** Unpacks each part once and lets go of it: a table of contents that claims too little is found out here. */
export function verifySizes(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { name, size, packed, at, method } of partsOf(bytes)) {
    if (method !== 8 || packed === 0) continue
    if (at + 30 > bytes.length) throw new WorkbookError({ code: 'workbook-damaged' })
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const part = inflateWithin(bytes.subarray(from, from + packed), Math.max(size, 1))
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name) && !isWholeSheet(part)) throw new WorkbookError({ code: 'workbook-damaged' })
  }
}

/** Cut off in the middle, a sheet would be read as a shorter list. */
function isWholeSheet(part: Buffer): boolean {
  return /<\/?(?:[\w.-]+:)?(?:worksheet|chartsheet|dialogsheet)\b[^<]*>\s*(?:<!--[^<]*-->\s*)*$/.test(
    part.subarray(-400).toString('latin1'),
  )
}

function inflateWithin(packed: Uint8Array, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: size })
  } catch (error) {
    const isLarger = error instanceof RangeError
    throw new WorkbookError(
      isLarger ? { code: 'workbook-too-large', limit: `${limits.declaredBytes / 1_000_000} MB` } : { code: 'workbook-damaged' },
      { cause: error },
    )
  }
}

type Part = { name: string; size: number; packed: number; at: number; method: number }

/** The zip's table of contents stands at its end; sizes there are what the parts claim to unpack to. */
function partsOf(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  const parts: Part[] = []
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new WorkbookError({ code: 'workbook-damaged' })
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    parts.push({
      name,
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

function endOfContents(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new WorkbookError({ code: 'workbook-damaged' })
}

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign)
}
