import { ZodError } from 'zod'
import { isClash } from './clash.ts'
import { NotFound, NotPermitted, NotSignedIn, Refused, type Refusal } from './refusal.ts'
import { type Outage, outageOf } from './unavailable.ts'

/** The answer to what went wrong, by RFC 9457; `code` is what the pages turn into a sentence. */
export type ProblemBody = {
  status: number
  code: string
  title: string
  /** What a person should know who calls us without our pages. */
  detail?: string
  refusals?: Refusal[]
  fields?: { path: string; message: string }[]
  requestId?: string
}

/** Turns whatever was thrown into an answer; a fault of ours becomes 500 and says nothing of the inside. */
export function problemOf(thrown: unknown): ProblemBody {
  if (thrown instanceof Refused) return { status: 409, code: 'refused', title: 'Refused', refusals: thrown.refusals }
  if (thrown instanceof NotFound) return { status: 404, code: 'not-found', title: 'Not found' }
  if (thrown instanceof NotSignedIn) return { status: 401, code: 'not-signed-in', title: 'Not signed in' }
  if (thrown instanceof NotPermitted) return { status: 403, code: 'not-permitted', title: 'Not permitted' }
  if (thrown instanceof ZodError) return { status: 400, code: 'invalid', title: 'Invalid input', fields: fieldsOf(thrown) }
  const outage = outageOf(thrown)
  if (outage) return { status: 503, code: outage, title: 'Unavailable', detail: outages[outage] }
  return ofDatabase(thrown) ?? ofFramework(thrown) ?? { status: 500, code: 'fault', title: 'Internal fault' }
}

const outages: Record<Outage, string> = {
  unavailable: 'Máy chủ dữ liệu đang khởi động lại; thử lại sau ít giây. / The database is restarting; try again in some seconds.',
  busy: 'Hệ thống đang quá tải; thử lại sau ít giây. / The system is overloaded; try again in some seconds.',
  'disk-full': 'Máy chủ dữ liệu đã hết chỗ lưu; báo người quản trị. / The database has no room left; tell the administrator.',
  'read-only': 'Máy chủ dữ liệu đang chỉ cho đọc; chưa ghi được. / The database can only be read at present; nothing can be saved.',
}

function fieldsOf(error: ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

// What PostgreSQL cannot read as a day, an id, a number, a text or a period: a key of a list not given out by us, a period that ends before it begins.
const unreadable = ['22000', '22003', '22007', '22008', '22021', '22P02', '22P05']

/** Constraints are named for the user: `main_post_once` becomes the refusal 'main-post-once'. */
function ofDatabase(thrown: unknown): ProblemBody | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown)) return undefined
  if (isClash(thrown)) return { status: 409, code: 'refused', title: 'Refused', refusals: [{ code: 'changed-meanwhile' }] }
  if (unreadable.includes(String(thrown.code))) return { status: 400, code: 'invalid', title: 'Invalid input' }
  if (!('constraint' in thrown)) return undefined
  const guarded = ['23505', '23P01', '23514', '23503'].includes(String(thrown.code))
  if (!guarded || typeof thrown.constraint !== 'string') return undefined
  // Its detail names rows, also such as the caller may not know of.
  return { status: 409, code: 'refused', title: 'Refused', refusals: [{ code: thrown.constraint.replaceAll('_', '-') }] }
}

function ofFramework(thrown: unknown): ProblemBody | undefined {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || typeof thrown.statusCode !== 'number') return undefined
  if ('code' in thrown && thrown.code === 'FST_ERR_BAD_URL') return { status: 400, code: 'invalid', title: 'Invalid address' }
  if (thrown.statusCode === 415) return { status: 415, code: 'invalid', title: 'Unsupported media type' }
  if (thrown.statusCode === 413) return { status: 413, code: 'too-large', title: 'Too large' }
  if (thrown.statusCode === 429) return { status: 429, code: 'too-many', title: 'Too many requests' }
  if (thrown.statusCode >= 400 && thrown.statusCode < 500) return { status: thrown.statusCode, code: 'invalid', title: thrown.message }
  return undefined
}
