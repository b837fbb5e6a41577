import { buildHouse } from '#app'
import { type Db, openDatabase } from '#db/connect.ts'
import { reviewAsked, reviewLinesOfDemo } from '../demo/review.ts'
import { demoAccounts, demoPassword } from '../demo/accounts.ts'
import { loadDemo } from '../demo/load.ts'
import { defineCommand, type Io } from '../command-line.ts'

export const command = defineCommand({
  name: 'demo',
  summary: {
    vi: 'Nạp dữ liệu mẫu (huyện Yên Sơn, con người hư cấu) vào cơ sở dữ liệu còn trống.',
    en: 'Loads the demo (Yên Sơn district, invented people) into an empty database.',
  },
  usage: 'demo',
  options: {},
  async run(_, io) {
    if (process.env['KECAN_DEMO'] === 'off') return io.say('KECAN_DEMO=off: không nạp dữ liệu mẫu. / The demo is not loaded.')
    const { db, close } = await openDatabase()
    try {
      if (!(await isEmpty(db))) return io.say('Cơ sở dữ liệu đã có dữ liệu: không nạp mẫu. / The database is not empty: the demo is not loaded.')
      await load(db, io)
    } finally {
      await close()
    }
  },
})

async function load(db: Db, io: Io): Promise<void> {
  io.say('Đang nạp dữ liệu mẫu… / Loading the demo…')
  const { people, seconds } = await loadDemo(buildHouse({ db }))
  io.say(`${people} người trong ${seconds.toFixed(1)} giây. / ${people} people in ${seconds.toFixed(1)} s.`)
  await printDemo(db, io)
}

/** The table of the review, and who may sign in. */
export async function printDemo(db: Db, io: Io): Promise<void> {
  io.out(`Huyện Yên Sơn, ${reviewAsked.from} – ${reviewAsked.to}`)
  for (const line of await reviewLinesOfDemo(db)) io.out(line)
  const accounts = await demoAccounts(db)
  if (accounts.length > 0) io.out(`Tài khoản mẫu / Demo accounts (${demoPassword}): ${accounts.map(({ username }) => username).join(', ')}`)
}

async function isEmpty(db: Db): Promise<boolean> {
  const tables = ['organisation.authority', 'organisation.unit', 'access.account', 'people.person'] as const
  for (const table of tables) if (await db.selectFrom(table).select(({ lit }) => lit(1).as('one')).limit(1).executeTakeFirst()) return false
  return true
}
