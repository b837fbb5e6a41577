import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buildHouse, buildRoutes } from '#app'
import { openDatabase, type Db } from '#db/connect.ts'
import { actorOfAccount } from '#modules/access/account.sql.ts'
import type { Actor, FileAnswer, Route } from '#server/operations.ts'
import { perform } from '#server/perform.ts'
import { problemOf } from '#server/problem.ts'
import { program } from '#server/write.ts'
import { type Io, UsageError, defineCommand } from '../command-line.ts'
import { refusalSentences } from './call/sentences.ts'

export const command = defineCommand({
  name: 'call',
  summary: {
    vi: 'Gọi một thao tác bất kỳ của hệ thống; thao tác ghi thì phải nêu tài khoản (--as).',
    en: 'Calls any operation of the system; one that writes needs an account (--as).',
  },
  usage: 'call OPERATION [--input JSON|@TỆP] [--as TÀI-KHOẢN] [--file TỆP] [--out TỆP] · call --list',
  options: {
    input: { type: 'string', default: '{}' },
    as: { type: 'string' },
    file: { type: 'string' },
    out: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
  async run({ positionals: [id], values }, io) {
    const routes = buildRoutes()
    if (values.list) return list(routes, io)
    const route = routes.find(({ op }) => op.id === id)
    if (!route)
      throw new UsageError({
        vi: `Không có thao tác "${id ?? ''}". Xem: kecan call --list`,
        en: `There is no operation "${id ?? ''}". See: kecan call --list`,
      })
    if (route.kind === 'command' && values.as === undefined)
      throw new UsageError({
        vi: 'Thao tác này ghi dữ liệu: nêu tài khoản bằng --as.',
        en: 'This operation writes: name an account with --as.',
      })
    const input = await inputOf(values.input)
    const file = values.file === undefined ? undefined : { name: basename(values.file), bytes: await readFile(values.file) }
    const { db, close } = await openDatabase()
    try {
      const actor = values.as === undefined ? program : await actorNamed(db, values.as)
      return await answer(await perform(buildHouse({ db }), route, input, actor, file), values.out, io)
    } catch (thrown) {
      return refused(thrown, io)
    } finally {
      await close()
    }
  },
})

function list(routes: readonly Route[], io: Io): undefined {
  for (const { op, kind } of routes) io.out(`${op.id}  ${kind === 'query' ? 'đọc' : 'ghi'}  ${op.summary.vi} / ${op.summary.en}`)
}

async function inputOf(text: string): Promise<unknown> {
  try {
    return JSON.parse(text.startsWith('@') ? await readFile(text.slice(1), 'utf8') : text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError({ vi: `--input không đọc được (${why}).`, en: `--input cannot be read (${why}).` })
  }
}

async function actorNamed(db: Db, username: string): Promise<Actor> {
  const account = await db.selectFrom('access.account').select('id').where('username', '=', username).executeTakeFirst()
  const actor = account ? await actorOfAccount(db, account.id) : null
  if (!actor)
    throw new UsageError({ vi: `Không có tài khoản đang dùng tên "${username}".`, en: `There is no active account "${username}".` })
  return actor
}

async function answer(reply: unknown, out: string | undefined, io: Io): Promise<number | undefined> {
  if (isFile(reply)) {
    await writeFile(out ?? reply.name, reply.content)
    io.say(out ?? reply.name)
    return undefined
  }
  const text = JSON.stringify(reply, null, 2)
  if (out === undefined) io.out(text)
  else await writeFile(out, `${text}\n`)
  return undefined
}

/** What a person can act on is said in words; a fault stays one. */
function refused(thrown: unknown, io: Io): number {
  const problem = problemOf(thrown)
  if (thrown instanceof UsageError || problem.status >= 500) throw thrown
  const sentences = (problem.refusals ?? []).map(
    (refusal) => refusalSentences[refusal.code]?.(refusal) ?? { vi: refusal.code, en: refusal.code },
  )
  for (const { vi, en } of sentences) io.say(`${vi}\n${en}`)
  for (const { path, message } of problem.fields ?? []) io.say(`${path}: ${message}`)
  if (sentences.length === 0 && !problem.fields?.length) io.say(problem.title)
  return 1
}

function isFile(reply: unknown): reply is FileAnswer {
  return typeof reply === 'object' && reply !== null && 'content' in reply && 'type' in reply && 'name' in reply
}
