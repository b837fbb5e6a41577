import { refusals as access } from '#modules/access/ui/refusals.ts'
import { refusals as decisions } from '#modules/decisions/ui/refusals.ts'
import { refusals as evaluation } from '#modules/evaluation/ui/refusals.ts'
import { refusals as imports } from '#modules/imports/ui/refusals.ts'
import { refusals as movements } from '#modules/movements/ui/refusals.ts'
import { refusals as organisation } from '#modules/organisation/ui/refusals.ts'
import { refusals as people } from '#modules/people/ui/refusals.ts'
import { refusals as qualifications } from '#modules/qualifications/ui/refusals.ts'
import { refusals as statistics } from '#modules/statistics/ui/refusals.ts'
import { refusals as training } from '#modules/training/ui/refusals.ts'

/** Every module's sentences for what is refused, by code; the pages collect the same. */
export const refusalSentences: Record<string, (refusal: { code: string } & Record<string, unknown>) => { vi: string; en: string }> = {
  ...access,
  ...decisions,
  ...evaluation,
  ...imports,
  ...movements,
  ...organisation,
  ...people,
  ...qualifications,
  ...statistics,
  ...training,
}
