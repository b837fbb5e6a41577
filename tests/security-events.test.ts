import { expect, test } from 'vitest'
import { buildApp } from '#app'
import { connect } from '#db/connect.ts'
import { testApp } from '#tests/app.ts'
import { sessionOf } from '#tests/ask.ts'

test('a wrong password, a forbidden act, a thing out of sight and a foreign page each leave a line of warning, without what was typed', async () => {
  const made = await testApp()
  const official = await sessionOf(made, { role: 'official' })
  const officer = await sessionOf(made, { role: 'organisation_officer' })
  const lines: string[] = []
  const db = connect(made.appUrl)
  const app = await buildApp({ db, clock: made.house.clock, log: { level: 'warn', stream: { write: (line) => lines.push(line) } } })

  const payload = { username: 'tên-gõ-vào', password: 'mật khẩu gõ vào' }
  await app.inject({ method: 'POST', url: '/api/session', payload, remoteAddress: '10.0.0.7' })
  await app.inject({ url: '/api/accounts', cookies: { kecan_session: official } })
  await app.inject({ url: '/api/decisions/0192f000-0000-7000-8000-000000000001', cookies: { kecan_session: officer } })
  await app.inject({ url: '/api/accounts' })
  await app.inject({ method: 'POST', url: '/api/session', payload, headers: { origin: 'https://evil.example' } })
  await app.inject({ url: '/api/session', cookies: { kecan_session: officer } })
  await app.close()
  await db.destroy()

  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events.map(({ event, operation, status }) => [event, operation, status])).toEqual([
    ['sign-in-refused', 'access.session.open', 409],
    ['not-permitted', 'access.accounts.list', 403],
    ['not-in-sight', 'decisions.decisions.read', 404],
    ['not-signed-in', 'access.accounts.list', 401],
    ['foreign-origin', 'access.session.open', 403],
  ])
  expect(events[0]).toMatchObject({ level: 'warn', msg: 'security', address: '10.0.0.7', problem: ['refused', 'sign-in-failed'] })
  expect(lines.join('')).not.toMatch(/gõ/)
})
