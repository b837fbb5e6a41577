import type { FileAnswer } from '#server/operations.ts'
import type { Figure } from './figure.ts'
import type { ListAnswer, Review } from './review.contract.ts'

export async function reviewWorkbook(_report: Review, _lists: { figure: Figure; rows: ListAnswer[] }[], _made: { language: 'vi' | 'en'; madeBy: string; madeAt: Date }): Promise<FileAnswer> {
  throw new Error('not yet')
}
