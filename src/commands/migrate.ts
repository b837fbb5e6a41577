import { syncCatalogues } from '../catalogues.ts'
import { defineCommand } from '../command-line.ts'
import { openDatabase } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

export const command = defineCommand({
  name: 'migrate',
  summary: { vi: 'Cập nhật cấu trúc cơ sở dữ liệu.', en: "Brings the database's structure up to date." },
  usage: 'migrate',
  options: {},
  async run(_, io) {
    const { db, close } = await openDatabase({ migrated: false })
    try {
      const applied = await migrate(db)
      await syncCatalogues(db)
      for (const name of applied) io.out(name)
      io.say(applied.length === 0 ? 'Đã mới nhất. / Up to date.' : `Đã áp dụng ${applied.length} tệp. / ${applied.length} files applied.`)
    } finally {
      await close()
    }
  },
})
