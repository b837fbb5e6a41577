import { z } from 'zod'
import { qualificationKinds } from '#law/qualifications.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields, correctionFields } from '#modules/people/basis.ts'

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]]
const permission = 'people.write'
const shortText = z.string().trim().max(300).nullable().default(null)

const fields = {
  kind: z.enum(keysOf(qualificationKinds)),
  level: z.string().max(20),
  state: z.enum(['studying', 'finished', 'abandoned']),
  fieldText: shortText,
  language: z.string().max(20).nullable().default(null),
  mode: z.string().max(20).nullable().default(null),
  institution: shortText,
  result: shortText,
  certificate: shortText,
  /** Finished: the day of the diploma. Studying: the first day of the study. */
  from: dayText,
  to: dayText.nullable().default(null),
  /** False: it was so on that day, not since when. */
  fromKnown: z.boolean().default(true),
}

export const recordQualification = operation({
  id: 'qualifications.qualifications.record',
  method: 'POST',
  path: '/api/people/:personId/qualifications',
  permission,
  input: z.object({ personId: idText, ...fields, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi trình độ', en: 'Record a qualification' },
})

export const finishQualification = operation({
  id: 'qualifications.qualifications.finish',
  method: 'POST',
  path: '/api/people/:personId/qualifications/:qualificationId/finish',
  permission,
  input: z.object({
    personId: idText,
    qualificationId: idText,
    on: dayText,
    outcome: z.enum(['finished', 'abandoned']).default('finished'),
    result: shortText,
    certificate: shortText,
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Kết thúc việc học', en: 'End a study' },
})

export const correctQualification = operation({
  id: 'qualifications.qualifications.correct',
  method: 'PUT',
  path: '/api/people/:personId/qualifications/:qualificationId',
  permission,
  input: z.object({ personId: idText, qualificationId: idText, ...fields, ...correctionFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Sửa trình độ ghi sai', en: 'Correct a qualification' },
})
