import { WorkbookError } from './cells.ts'
import { limits } from './limits.ts'
import { partsOf } from './zip.ts'

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

function startsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign)
}
