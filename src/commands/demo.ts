import { buildHouse } from '#app'
import { type Db, openDatabase } from '#db/connect.ts'
import { reviewLinesOfDemo } from '../demo/review.ts'
import { demoAccounts, demoPassword } from '../demo/accounts.ts'
import { awaitsDemo, loadDemoWhenEmpty } from '../demo/when-empty.ts'
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
    if (process.env['KECAN_DEMO']?.trim() === 'off') return io.say('KECAN_DEMO=off: không nạp dữ liệu mẫu. / The demo is not loaded.')
    const { db, close } = await openDatabase()
    try {
      if (!(await loadInto(db, io)))
        return io.say('Cơ sở dữ liệu đã có dữ liệu: không nạp mẫu. / The database is not empty: the demo is not loaded.')
      await printDemo(db, io)
    } finally {
      await close()
    }
  },
})

/** Loads the demo into a database with nothing in it; false when there is something. */
export async function loadInto(db: Db, io: Io): Promise<boolean> {
  if (!(await awaitsDemo(db))) return false
  io.say('Đang nạp dữ liệu mẫu… / Loading the demo…')
  const loaded = await loadDemoWhenEmpty(buildHouse({ db }))
  if (!loaded) return false
  const seconds = loaded.seconds.toFixed(1)
  io.say(`${loaded.people} người trong ${seconds} giây. / ${loaded.people} people in ${seconds} s.`)
  return true
}

/** The table of the review, and who may sign in. */
export async function printDemo(db: Db, io: Io): Promise<void> {
  for (const line of await reviewLinesOfDemo(db)) io.out(line)
  const accounts = await demoAccounts(db)
  if (accounts.length > 0) io.out(`Tài khoản mẫu / Demo accounts (${demoPassword}): ${accounts.map(({ username }) => username).join(', ')}`)
}
