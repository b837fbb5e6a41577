import { z } from 'zod'
import { dayText, idText, operation } from '#lib/operation.ts'

const named = z.object({ unitId: z.uuid(), vi: z.string(), en: z.string() })

export const attentionKinds = ['secondment-ending', 'secondment-past', 'retired-by-age', 'retiring-12', 'retiring-24'] as const
export type AttentionKind = (typeof attentionKinds)[number]

const homeShape = z.object({
  unit: named.nullable(),
  on: dayText,
  /** Null where those who serve are too few to be shown to the reader. */
  total: z.number().nullable(),
  /** Where the unit has ended by the day: its last day. */
  endedOn: dayText.nullable(),
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
  bands: z.array(z.object({ from: z.number(), to: z.number().nullable(), men: z.number(), women: z.number() })),
  /** Without a birth date or a sex: in no band. */
  outsideBands: z.number(),
  /** The age, in years, at which men and women retire on the day. */
  retirement: z.object({ men: z.number(), women: z.number() }),
  /** How many have this level or a higher one. */
  degrees: z.array(z.object({ level: z.string(), count: z.number() })),
  theory: z.array(z.object({ level: z.string(), count: z.number() })),
  /** Absent, as `women`, where it would tell of a few. */
  studying: z.number().optional(),
  women: z.number().optional(),
  /** Absent, with `party`, for those who may not see it. */
  minority: z.number().optional(),
  party: z.number().optional(),
  missing: z.array(z.object({ part: z.enum(['birth', 'degree', 'identity']), count: z.number() })),
  attention: z.array(z.object({ what: z.enum(attentionKinds), count: z.number() })),
  /** Papers withdrawn in the last thirty days; null without the right to see papers. */
  withdrawn: z.number().nullable(),
  /** Imports read and not yet applied; null without the right to import. */
  importsWaiting: z.number().nullable(),
  /** The reader sees only figures: small groups are left out or taken together, and no list stands behind a number. */
  isProtected: z.boolean(),
})
export type Home = z.output<typeof homeShape>

const asked = { on: dayText.optional(), unitId: idText.optional() }

export const readHome = operation({
  id: 'statistics.home.read',
  method: 'GET',
  path: '/api/home',
  permission: 'figures.read',
  scope: { unit: 'unitId' },
  input: z.object(asked),
  reply: homeShape,
  summary: {
    vi: 'Đơn vị trong một cái nhìn: ai, tuổi, trình độ, việc cần chú ý',
    en: 'The authority at a glance: who, how old, which qualifications, what needs attention',
  },
})

export const listAttention = operation({
  id: 'statistics.home.attention',
  method: 'GET',
  path: '/api/home/attention/:what',
  permission: 'figures.read',
  scope: { unit: 'unitId' },
  input: z.object({ ...asked, what: z.enum(attentionKinds) }),
  reply: z.object({
    people: z.array(z.object({ personId: z.uuid(), name: z.string(), unit: named.nullable(), title: z.string().nullable(), on: dayText })),
  }),
  summary: { vi: 'Những người cần chú ý', en: 'The people who need attention' },
})
