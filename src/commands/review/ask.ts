import { buildHouse, buildRoutes } from '#app'
import { openDatabase } from '#db/connect.ts'
import { isDay } from '#lib/days.ts'
import type { Bilingual } from '#lib/language.ts'
import type { Operation } from '#lib/operation.ts'
import { figureNamed, type Figure } from '#modules/statistics/figure.ts'
import { review } from '#modules/statistics/figures/review.ts'
import { refusals } from '#modules/statistics/ui/refusals.ts'
import { perform } from '#server/perform.ts'
import { NotFound, Refused } from '#server/refusal.ts'
import { program } from '#server/write.ts'
import { UsageError } from '../../command-line.ts'

export const reviewOptions = {
  unit: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  on: { type: 'string' },
  'known-on': { type: 'string' },
  commune: { type: 'string' },
  format: { type: 'string', default: 'table' },
} as const

export const reviewUsage = '[--unit TÊN|MÃ|ID] [--from NGÀY --to NGÀY] [--on NGÀY] [--known-on NGÀY] [--commune TÊN]'

export type GivenOptions = { [K in keyof typeof reviewOptions]?: string | undefined }
export type AskedReview = { unit?: string; from?: string; to?: string; on?: string; knownOn?: string; commune?: string }

/** The question of the command line, or what is wrong with it. */
export function askedReview(given: GivenOptions): AskedReview {
  const { from, to, on, 'known-on': knownOn, unit, commune } = given
  for (const [option, value] of Object.entries({ from, to, on, 'known-on': knownOn })) assureDay(option, value)
  const asked = { unit, from, to, on, knownOn, commune }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''))
}

export function askedFormat<const F extends string>(format: string | undefined, known: readonly F[]): F {
  const found = known.find((one) => one === format)
  if (!found) throw new UsageError({ vi: `--format là một trong: ${known.join(', ')}.`, en: `--format is one of: ${known.join(', ')}.` })
  return found
}

/** The figure of that name; else the list of those there are. */
export function askedFigure(name: string | undefined, asked: AskedReview): Figure {
  const figure = figureNamed(review, name ?? '')
  const names = review.figures.map((one) => one.figure).join(' ')
  if (!figure)
    throw new UsageError({
      vi: `Không có con số "${name ?? ''}". Có: ${names}`,
      en: `There is no figure "${name ?? ''}". There are: ${names}`,
    })
  if (figure.of === 'serving' && !asked.commune)
    throw new UsageError({ vi: `${figure.figure} cần --commune TÊN.`, en: `${figure.figure} needs --commune NAME.` })
  return figure
}

/** Asks by the same operations as the pages, as the program itself; what is refused becomes an answer of the command line. */
export async function askOperations<T>(
  asked: AskedReview,
  work: (ask: <R>(op: Operation, input: unknown) => Promise<R>) => Promise<T>,
): Promise<T> {
  const { db, close } = await openDatabase()
  try {
    const house = buildHouse({ db })
    const routes = buildRoutes()
    return await work(async <R>(op: Operation, input: unknown) => {
      const route = routes.find((one) => one.op.id === op.id)
      if (!route) throw new Error(`No route for ${op.id}`)
      return (await perform(house, route, input, program)) as R // the operation's own reply
    })
  } catch (thrown) {
    throw answerTo(thrown, asked)
  } finally {
    await close()
  }
}

function answerTo(thrown: unknown, { unit }: AskedReview): unknown {
  if (thrown instanceof Refused)
    return new UsageError(
      joined(thrown.refusals.map((refusal) => refusals[refusal.code]?.(refusal) ?? { vi: refusal.code, en: refusal.code })),
    )
  if (!(thrown instanceof NotFound)) return thrown
  if (unit === undefined)
    return new UsageError({
      vi: 'Chưa có đơn vị nào: hãy nạp dữ liệu, hoặc ghi --unit.',
      en: 'There is no authority yet: load data, or name a --unit.',
    })
  return new UsageError({ vi: `Không tìm thấy đơn vị "${unit}".`, en: `No unit "${unit}" was found.` })
}

function joined(sentences: Bilingual[]): Bilingual {
  return { vi: sentences.map(({ vi }) => vi).join(' '), en: sentences.map(({ en }) => en).join(' ') }
}

function assureDay(option: string, value: string | undefined): void {
  if (value === undefined || isDay(value)) return
  throw new UsageError({
    vi: `--${option} ${value}: không có ngày này (viết như 2015-01-31).`,
    en: `--${option} ${value}: there is no such day (written as 2015-01-31).`,
  })
}
