import { openDatabase } from '#db/connect.ts'
import { distribute } from '#db/distribute.ts'
import { defineCommand } from '../command-line.ts'

export const command = defineCommand({
  name: 'distribute',
  summary: {
    vi: 'Trải cơ sở dữ liệu ra nhiều máy khi DATABASE_URL là máy điều phối Citus; nơi khác không làm gì.',
    en: 'Spreads the database over several machines when DATABASE_URL is a Citus coordinator; does nothing elsewhere.',
  },
  usage: 'distribute',
  options: {},
  async run(_, io) {
    const { db, close } = await openDatabase()
    try {
      const isSpread = await distribute(db, io.say)
      io.out(
        isSpread
          ? 'Đã trải các bảng ra các máy. / The tables are spread over the machines.'
          : 'Đây không phải máy điều phối Citus: không có gì để làm. / This is no Citus coordinator: there is nothing to do.',
      )
    } finally {
      await close()
    }
  },
})
