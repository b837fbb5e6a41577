import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { addSession } from '#modules/access/session.sql.ts'
import { sessionCookie } from '#server/http.ts'
import { requestOf, type Operation } from '#lib/operation.ts'
import { newId } from '#lib/id.ts'
import type { TestApp } from './app.ts'

export type Held = { role: string | null; unitId?: string | null; personId?: string | null }
export type Answer = { status: number; bytes: Buffer; text: string }

/** An open session of a new account with that role. */
export function sessionOf(app: TestApp, { role, unitId = null, personId = null }: Held): Promise<string> {
  return app.write(async (tx) => {
    const name = `tk${newId()}`
    const accountId = await addAccount(tx, { username: name, displayName: name, passwordHash: '', personId, mustChangePassword: false })
    if (role) await addGrant(tx, { accountId, role, unitId })
    return addSession(tx, { accountId, now: app.house.clock() })
  })
}

/** Asks and takes whatever is answered; an operation that takes a file is sent a small one. */
export async function ask(app: TestApp, session: string | null, op: Operation, input: Record<string, unknown>): Promise<Answer> {
  const { url, body } = requestOf(op, input)
  const sent = op.takes === 'file' ? aFile : body ? { payload: body } : {}
  const answer = await app.app.inject({ method: op.method, url, ...(session ? { cookies: { [sessionCookie]: session } } : {}), ...sent })
  return { status: answer.statusCode, bytes: answer.rawPayload, text: answer.payload }
}

const boundary = 'ranh-gioi'
const aFile = {
  headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="danh-sach.pdf"\r\n\r\n%PDF-abc\r\n--${boundary}--`,
}
