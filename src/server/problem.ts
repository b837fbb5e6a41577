import { ZodError } from 'zod'
import { NotFound, NotPermitted, NotSignedIn, Refused, type Refusal } from './refusal.ts'

/** The answer to what went wrong, by RFC 9457; `code` is what the pages turn into a sentence. */
export type ProblemBody = { status: number; code: string; title: string; refusals?: Refusal[]; fields?: { path: string; message: string }[]; requestId?: string }

/** Turns whatever was thrown into an answer; a fault of ours becomes 500 and says nothing of the inside. */
export function problemOf(thrown: unknown): ProblemBody {
  if (thrown instanceof Refused) return { status: 409, code: 'refused', title: 'Refused', refusals: thrown.refusals }
  if (thrown instanceof NotFound) return { status: 404, code: 'not-found', title: 'Not found' }
  if (thrown instanceof NotSignedIn) return { status: 401, code: 'not-signed-in', title: 'Not signed in' }
  if (thrown instanceof NotPermitted) return { status: 403, code: 'not-permitted', title: 'Not permitted' }
  if (thrown instanceof ZodError) return { status: 400, code: 'invalid', title: 'Invalid input', fields: fieldsOf(thrown) }
  return ofDatabase(thrown) ?? ofFramework(thrown) ?? { status: 500, code: 'fault', title: 'Internal fault' }
}

function fieldsOf(error: ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
}

/** Constraints are named for the user: `main_post_once` becomes the refusal 'main-post-once'. */
function ofDatabase(thrown: unknown): ProblemBody | undefined {
  if (!(thrown instanceof Error) || !('code' in thrown) || !('constraint' in thrown)) return undefined
  const guarded = ['23505', '23P01', '23514', '23503'].includes(String(thrown.code))
  if (!guarded || typeof thrown.constraint !== 'string') return undefined
  const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? thrown.detail : undefined
  return { status: 409, code: 'refused', title: 'Refused', refusals: [{ code: thrown.constraint.replaceAll('_', '-'), detail }] }
}

function ofFramework(thrown: unknown): ProblemBody | undefined {
  if (!(thrown instanceof Error) || !('statusCode' in thrown) || typeof thrown.statusCode !== 'number') return undefined
  if (thrown.statusCode === 413) return { status: 413, code: 'too-large', title: 'Too large' }
  if (thrown.statusCode === 429) return { status: 429, code: 'too-many', title: 'Too many requests' }
  if (thrown.statusCode >= 400 && thrown.statusCode < 500) return { status: thrown.statusCode, code: 'invalid', title: thrown.message }
  return undefined
}
