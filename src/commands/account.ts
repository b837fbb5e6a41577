import { randomBytes } from 'node:crypto'
import { buildHouse, buildRoutes } from '#app'
import { openDatabase } from '#db/connect.ts'
import type { InputOf, Operation } from '#lib/operation.ts'
import { listAccounts, resetPassword, resetSecondFactor, unlockAccount } from '#modules/access/account.contract.ts'
import { recoveryCodeOf } from '#modules/access/second-factor.ts'
import { refusals } from '#modules/access/ui/refusals.ts'
import { perform, type House } from '#server/perform.ts'
import { Refused } from '#server/refusal.ts'
import { program } from '#server/write.ts'
import { defineCommand, UsageError } from '../command-line.ts'

const reason = 'Dòng lệnh của máy chủ / command line of the server'

type Done = { vi: string; en: string }

/** What may be done to an account by whoever stands at the server, when nobody is left who may do it on the page. */
const acts: Record<string, (house: House, accountId: string) => Promise<Done>> = {
  unlock: async (house, accountId) => {
    await act(house, unlockAccount, { accountId, reason })
    return { vi: 'Đã mở khóa.', en: 'Unlocked.' }
  },
  'reset-password': async (house, accountId) => {
    const password = recoveryCodeOf(randomBytes(10))
    await act(house, resetPassword, { accountId, password })
    return {
      vi: `Mật khẩu lần đầu: ${password} (phải đổi khi đăng nhập).`,
      en: `First password: ${password} (to be changed at the sign-in).`,
    }
  },
  'reset-second-factor': async (house, accountId) => {
    await act(house, resetSecondFactor, { accountId, reason })
    return { vi: 'Đã bỏ xác thực hai lớp; đăng nhập lại bằng mật khẩu.', en: 'The second factor is gone; the password alone signs in.' }
  },
}

export const command = defineCommand({
  name: 'account',
  summary: {
    vi: 'Mở khóa tài khoản, đặt lại mật khẩu hoặc xác thực hai lớp khi không còn ai vào được trang quản trị.',
    en: 'Unlocks an account, resets its password or its second factor, when nobody can reach the page any more.',
  },
  usage: `account ${Object.keys(acts).join('|')} TÊN`,
  options: {},
  async run({ positionals: [name = '', username, more] }, io) {
    const doIt = Object.hasOwn(acts, name) ? acts[name] : undefined
    if (!doIt || username === undefined || more !== undefined)
      throw new UsageError({ vi: `Cách dùng: kecan ${command.usage}`, en: `Usage: kecan ${command.usage}` })
    const { db, close } = await openDatabase()
    try {
      const house = buildHouse({ db })
      const { accounts } = await act(house, listAccounts, {})
      const account = accounts.find((one) => one.username.toLowerCase() === username.toLowerCase())
      if (!account) throw new UsageError({ vi: `Không có tài khoản ${username}.`, en: `There is no account ${username}.` })
      const { vi, en } = await doIt(house, account.id)
      io.out(`${account.username}: ${vi} / ${en}`)
    } finally {
      await close()
    }
  },
})

/** By the same operation as the page, with its entry in the log, as the program itself. */
async function act<Op extends Operation>(house: House, op: Op, input: InputOf<Op>): Promise<ReturnType<Op['reply']['parse']>> {
  const route = buildRoutes().find((one) => one.op.id === op.id)
  if (!route) throw new Error(`No route for ${op.id}`)
  try {
    return op.reply.parse(await perform(house, route, input, program)) as ReturnType<Op['reply']['parse']>
  } catch (thrown) {
    const refusal = thrown instanceof Refused ? thrown.refusals[0] : undefined
    const sentence = refusal && refusals[refusal.code]?.(refusal)
    throw sentence ? new UsageError(sentence) : thrown
  }
}
