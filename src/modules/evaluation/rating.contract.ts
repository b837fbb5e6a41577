import { z } from 'zod'
import { ratingGrades } from '#law/ratings.ts'
import { idText, operation } from '#lib/operation.ts'
import { basisFields, correctionFields } from '#modules/people/basis.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const permission = 'evaluation.write'

const fields = { year: z.coerce.number().int().min(1990).max(2100), grade: z.enum(keysOf(ratingGrades)) }

export const recordRating = operation({
  id: 'evaluation.ratings.record',
  method: 'POST',
  path: '/api/people/:personId/ratings',
  permission,
  input: z.object({ personId: idText, ...fields, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi kết quả xếp loại năm', en: 'Record the rating of a year' },
})

export const correctRating = operation({
  id: 'evaluation.ratings.correct',
  method: 'PUT',
  path: '/api/people/:personId/ratings/:ratingId',
  permission,
  input: z.object({ personId: idText, ratingId: idText, ...fields, ...correctionFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Sửa kết quả xếp loại ghi sai', en: 'Correct a rating' },
})
