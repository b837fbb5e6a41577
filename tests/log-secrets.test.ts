import { afterAll, expect, test } from 'vitest'
import { buildApp } from '#app'
import { connect } from '#db/connect.ts'
import { addAccount, addGrant } from '#modules/access/account.sql.ts'
import { prepareJobs } from '#server/job-thread.ts'
import { hashPassword } from '#server/password.ts'
import { testApp } from './app.ts'

const endings: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const end of endings) await end()
})

const secret = {
  password: 'mật khẩu rất kín 7Q',
  wrong: 'mật khẩu gõ nhầm 8R',
  name: 'Nguyễn Thị Kín Đáo',
  username: 'kindao',
  content: 'trong-tệp-9S',
  file: 'tên-tệp-10T.xlsx',
}

test('who signs in, searches and uploads leaves no password, token, name or content in the log', async () => {
  const { url, appUrl, house, write } = await testApp()
  await prepareJobs(url)
  const passwordHash = await hashPassword(secret.password)
  const accountId = await write(async (tx) => {
    const id = await addAccount(tx, {
      username: secret.username,
      displayName: secret.name,
      passwordHash,
      personId: null,
      mustChangePassword: false,
    })
    await addGrant(tx, { accountId: id, role: 'organisation_officer', unitId: null })
    return id
  })
  const lines: string[] = []
  const db = connect(appUrl)
  const app = await buildApp({ db, clock: house.clock, log: { level: 'debug', stream: { write: (line) => lines.push(line) } } })
  endings.push(
    () => app.close(),
    () => db.destroy(),
  )
  const signIn = (password: string) => app.inject({ method: 'POST', url: '/api/session', payload: { username: secret.username, password } })

  const statuses = [(await signIn(secret.wrong)).statusCode]
  const signedIn = await signIn(secret.password)
  const token = signedIn.cookies[0]?.value ?? ''
  const cookies = { kecan_session: token }
  const found = await app.inject({ url: `/api/people?q=${encodeURIComponent(secret.name)}`, cookies })
  const form = new FormData()
  form.append('file', new File([secret.content], secret.file))
  const body = new Response(form)
  const uploaded = await app.inject({
    method: 'POST',
    url: '/api/imports?kind=people',
    cookies,
    headers: { 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  const invalid = await app.inject({
    method: 'POST',
    url: '/api/people',
    cookies,
    payload: { fullName: secret.name, birth: secret.content },
  })
  const changed = await app.inject({
    method: 'PUT',
    url: '/api/password',
    cookies,
    payload: { current: secret.wrong, next: secret.password },
  })
  statuses.push(signedIn.statusCode, found.statusCode, uploaded.statusCode, invalid.statusCode, changed.statusCode)

  const written = lines.join('')
  const entries = lines
    .map((line) => JSON.parse(line) as { msg: string; status?: number; account?: string })
    .filter(({ msg }) => msg === 'request')
  expect(entries.map(({ status }) => status)).toEqual(statuses)
  expect(entries.filter(({ account }) => account === accountId).length).toBeGreaterThanOrEqual(3)
  expect(token).not.toBe('')
  for (const hidden of [...Object.values(secret), token, encodeURIComponent(secret.name)]) expect(written).not.toContain(hidden)
})
