const firstRecord = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00])
const boundSheet = 0x85
const endOfGlobals = 0x0a

/** Which worksheets of an .xls are hidden, in their order: its reader does not say. Null when the list of sheets cannot be followed. */
export function hiddenSheets(bytes: Uint8Array): boolean[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const hidden: boolean[] = []
  let at = buffer.indexOf(firstRecord)
  while (at >= 0 && at + 4 <= buffer.length) {
    const type = buffer.readUInt16LE(at)
    const length = buffer.readUInt16LE(at + 2)
    if (type === endOfGlobals) return hidden
    const isWorksheet = type === boundSheet && length >= 6 && buffer.readUInt8(at + 9) === 0
    if (isWorksheet) hidden.push((buffer.readUInt8(at + 8) & 3) !== 0)
    at += 4 + length
  }
  return null
}
