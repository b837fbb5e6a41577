import { buildHouse, buildRoutes } from '#app'
import type { Db } from '#db/connect.ts'
import { readReview, type Review } from '#modules/statistics/review.contract.ts'
import { perform } from '#server/perform.ts'
import { program } from '#server/write.ts'
import { reviewLines } from '../commands/review/print.ts'

/** The question whose answer the demo is made for. */
export const reviewAsked = { unit: 'Huyện Yên Sơn', from: '2015-01-01', to: '2020-12-31', commune: 'Xã Tứ Quận' }

/** The review's table as the command line prints it. */
export async function reviewLinesOfDemo(db: Db): Promise<string[]> {
  const route = buildRoutes().find(({ op }) => op.id === readReview.id)
  if (!route) throw new Error('No review')
  // The operation's own reply.
  return reviewLines((await perform(buildHouse({ db }), route, reviewAsked, program)) as Review)
}
