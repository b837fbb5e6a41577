import type { FastifyRequest } from 'fastify'
import type { Operation } from '#lib/operation.ts'
import type { UploadedFile } from './operations.ts'
import { Unavailable } from './unavailable.ts'

export const uploadLimit = 64 * 1024 * 1024
/** A form, or the corrections of a long list; files travel by themselves. */
export const jsonLimit = 1024 * 1024
// Of strangers, before there is any account, no more than a list of units can be.
const strangersUploadLimit = 5 * 1024 * 1024
// Each is held in memory until it is stored.
const uploadsAtOnce = 4
// No input of ours is nested by half as much.
const deepest = 32

let uploading = 0

/** The one file of the body; no more of it is read than the operation may take. */
export async function uploadedFile(request: FastifyRequest, op: Operation): Promise<UploadedFile> {
  if (uploading >= uploadsAtOnce) throw new Unavailable('busy')
  uploading += 1
  try {
    const fileSize = op.permission === 'everyone' ? strangersUploadLimit : uploadLimit
    const part = await request.file({ limits: { fileSize, files: 1 } })
    if (!part) throw Object.assign(new Error('No file'), { statusCode: 400 })
    return { name: part.filename.normalize('NFC'), bytes: await part.toBuffer() }
  } catch (thrown) {
    // What the reader of uploads cannot make out it throws bare: no boundary, a form that breaks off.
    if (thrown instanceof Error && !('statusCode' in thrown)) throw Object.assign(thrown, { statusCode: 400 })
    throw thrown
  } finally {
    uploading -= 1
  }
}

/** Refuses a body that is not JSON (a foreign page can send other kinds unasked) or nested beyond reason. */
export function assurePlainJson(request: FastifyRequest, op: Operation): void {
  if (op.method === 'GET' || op.takes === 'file') return
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw Object.assign(new Error('The body must be application/json'), { statusCode: 415 })
  if (isDeeperThan(request.body, deepest)) throw Object.assign(new Error('The body is nested too deeply'), { statusCode: 400 })
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((each) => isDeeperThan(each, depth - 1))
}
