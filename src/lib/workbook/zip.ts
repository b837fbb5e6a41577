import { createInflateRaw, crc32 } from 'node:zlib'
import { WorkbookError } from './cells.ts'
import { limits } from './limits.ts'

/** A part as the zip's table of contents tells of it; `size` is what it claims to unpack to. */
export type Part = { name: string; size: number; packed: number; at: number; method: number; crc: number; isLocked: boolean }

const chunkBytes = 64 * 1024
const stored = 0
const deflated = 8

/** The zip's table of contents stands at its end. */
export function partsOf(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  const parts: Part[] = []
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** The part's text, unpacked a little at a time; a part larger than it claims is given up as soon as that shows. */
export async function* textOf(bytes: Uint8Array, part: Part): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let size = 0
  let crc = 0
  for await (const chunk of unpacked(bytes, part)) {
    size += chunk.length
    if (size > part.size) throw new WorkbookError({ code: 'workbook-too-large', limit: `${limits.declaredBytes / 1_000_000} MB` })
    crc = crc32(chunk, crc)
    yield decoder.decode(chunk, { stream: true })
  }
  if (size < part.size || (part.crc !== 0 && crc !== part.crc)) throw damaged()
  yield decoder.decode()
}

async function* unpacked(bytes: Uint8Array, part: Part): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, part)
  if (part.method === stored) {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes)
    return
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes })
  inflate.end(packed)
  try {
    for await (const chunk of inflate) yield chunk as Buffer // a stream of bytes gives nothing else
  } catch (error) {
    throw damaged(error)
  } finally {
    inflate.destroy()
  }
}

function packedBytes(bytes: Uint8Array, { at, packed, method, isLocked }: Part): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (isLocked || (method !== stored && method !== deflated) || at + 30 > bytes.length) throw damaged()
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (from + packed > bytes.length) throw damaged()
  return bytes.subarray(from, from + packed)
}

function endOfContents(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw damaged()
}

function damaged(cause?: unknown): WorkbookError {
  return new WorkbookError({ code: 'workbook-damaged' }, { cause })
}
