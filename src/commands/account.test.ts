import { afterEach, expect, test, vi } from 'vitest'
import { addAccount } from '#modules/access/account.sql.ts'
import { isPassword } from '#server/password.ts'
import { testApp } from '#tests/app.ts'
import { command } from './account.ts'

afterEach(() => vi.unstubAllEnvs())

async function atTheServer() {
  const app = await testApp()
  vi.stubEnv('DATABASE_URL', app.url)
  const accountId = await app.write((tx) =>
    addAccount(tx, { username: 'quantri', displayName: 'Quản trị', passwordHash: '', personId: null, mustChangePassword: false }),
  )
  const lines: string[] = []
  const kecan = (...args: string[]) => command.run(args, { out: (line) => lines.push(line), say: () => undefined })
  return { app, accountId, lines, kecan }
}

test('an administrator who is locked out gets a first password at the server, with an entry in the log', async () => {
  const { app, accountId, lines, kecan } = await atTheServer()

  await kecan('reset-password', 'QuanTri')

  const password = /\w{4}-\w{4}-\w{4}-\w{4}/.exec(lines[0] ?? '')?.[0] ?? ''
  const account = await app.db
    .selectFrom('access.account')
    .select(['password_hash', 'must_change_password'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  expect(account.must_change_password).toBe(true)
  expect(await isPassword(password, account.password_hash)).toBe(true)
  const entries = await app.db.selectFrom('audit.entry').selectAll().where('subject_id', '=', accountId).execute()
  expect(entries.map(({ actor, operation }) => [actor, operation])).toEqual([['kecan', 'access.accounts.resetPassword']])
  expect(JSON.stringify(entries)).not.toContain(password)
})

test('a lock and a second factor are taken away at the server, and what is not there is said', async () => {
  const { app, accountId, lines, kecan } = await atTheServer()
  await expect(kecan('unlock', 'quantri')).rejects.toThrow('không bị tạm khóa')
  await expect(kecan('reset-second-factor', 'quantri')).rejects.toThrow('chưa bật xác thực hai lớp')
  await expect(kecan('unlock', 'khongco')).rejects.toThrow('Không có tài khoản')
  await expect(kecan('delete', 'quantri')).rejects.toThrow('Cách dùng')
  await app.db
    .insertInto('access.second_factor')
    .values({ account_id: accountId, secret: Buffer.of(1), begun_at: new Date(), confirmed_at: new Date() })
    .execute()
  await app.app.inject({ method: 'POST', url: '/api/session', payload: { username: 'quantri', password: 'sai mật khẩu' } })

  await kecan('unlock', 'quantri')
  await kecan('reset-second-factor', 'quantri')

  expect(lines).toHaveLength(2)
  expect(await app.db.selectFrom('access.second_factor').select('account_id').execute()).toEqual([])
  expect(await app.db.selectFrom('access.attempt').select('kind').where('kind', '!=', 'address').execute()).toEqual([])
})
