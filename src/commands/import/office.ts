import { buildHouse, keepers } from '#app'
import { openDatabase, type Db } from '#db/connect.ts'
import type { Operation, InputOf } from '#lib/operation.ts'
import { rowRoutes } from '#modules/imports/row.routes.ts'
import { runRoutes } from '#modules/imports/run.routes.ts'
import { workOnRun } from '#modules/imports/run-work.node.ts'
import { findProgress, releaseInterrupted } from '#modules/imports/working.sql.ts'
import type { UploadedFile } from '#server/operations.ts'
import { perform } from '#server/perform.ts'
import { program } from '#server/write.ts'
import type { z } from 'zod'
import type { Io } from '../../command-line.ts'

/** The operations of imports as the command line performs them: the same gate, the long work done here and now. */
export type Office = {
  db: Db
  ask: <I extends z.ZodObject, O extends z.ZodType>(
    op: Operation<I, O>,
    input: InputOf<Operation<I, O>>,
    file?: UploadedFile,
  ) => Promise<z.output<O>>
  work: (runId: string) => Promise<void>
}

const told = 2_000

export async function inOffice<T>(io: Io, use: (office: Office) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase()
  const house = buildHouse({ db })
  const around = { keepers, enqueue: async () => undefined }
  const routes = new Map([...runRoutes(around), ...rowRoutes(around)].map((route) => [route.op.id, route]))
  const ask: Office['ask'] = async (op, input, file) => {
    const route = routes.get(op.id)
    if (!route) throw new Error(`No such operation: ${op.id}`)
    return op.reply.parse(await perform(house, route, input, { ...program, name: 'kecan import' }, file)) as z.output<typeof op.reply>
  }
  const work = async (runId: string) => {
    const timer = setInterval(() => void tell(db, runId, io), told)
    try {
      await workOnRun(house, runId, keepers)
    } finally {
      clearInterval(timer)
    }
  }
  try {
    await releaseInterrupted(db)
    return await use({ db, ask, work })
  } finally {
    await close()
  }
}

async function tell(db: Db, runId: string, io: Io): Promise<void> {
  const progress = await findProgress(db, runId).catch(() => null)
  if (progress) io.say(`${progress.step} ${progress.done}/${progress.total}`)
}
