import { z } from 'zod'
import { dayText, operation } from '#lib/operation.ts'
import { cellFields, formQuestion } from './form.contract.ts'
import { figureRowShape, namedUnit } from './review.contract.ts'

export const hourBands = ['none', 'some', 'most', 'reached'] as const
export type HourBand = (typeof hourBands)[number]

const { unit, year, on, knownOn } = formQuestion
const asked = { unit, year, on, knownOn }

export const readHours = operation({
  id: 'statistics.hours.read',
  method: 'GET',
  path: '/api/figures/hours',
  permission: 'figures.read',
  input: z.object(asked),
  reply: z.object({
    unit: namedUnit,
    days: z.object({ from: dayText, to: dayText, on: dayText, until: dayText, knownOn: dayText.nullable() }),
    /** The yearly minimum of periods by the law of the day, and where it stands; null where none is known. */
    least: z.object({ periods: z.number(), document: z.string(), verified: z.boolean() }).nullable(),
    bands: z.array(
      z.object({
        band: z.enum(hourBands),
        /** Periods from and to, both counted; no end of the last. */
        from: z.number(),
        to: z.number().nullable(),
        people: z.number().nullable(),
        keptBack: z.enum(['small', 'beside']).optional(),
      }),
    ),
    total: z.number().nullable(),
    /** Of those who have not reached it, how many will by the classes they still sit in. */
    onTheWay: z.number().nullable(),
    isProtected: z.boolean(),
  }),
  summary: {
    vi: 'Số tiết học trong năm của từng người so với mức tối thiểu',
    en: "Each official's periods of training in the year against the minimum",
  },
})

export const listHoursPeople = operation({
  id: 'statistics.hours.people',
  method: 'GET',
  path: '/api/figures/hours/people',
  permission: 'figures.read',
  input: z.object({
    ...asked,
    band: z.enum([...hourBands, 'onTheWay', 'all']).default('all'),
    after: cellFields.after,
    limit: cellFields.limit,
  }),
  reply: z.object({ rows: z.array(figureRowShape), next: z.string().nullable(), hidden: z.array(z.string()) }),
  summary: { vi: 'Danh sách người theo số tiết đã học trong năm', en: 'The people by periods attended in the year' },
})
