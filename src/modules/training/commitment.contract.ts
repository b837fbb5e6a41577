import { z } from 'zod'
import { repaymentCauses } from '#law/commitment.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'
import { commitmentStates } from './commitment.ts'

const read = 'training.plan'
const write = 'training.plan.write'
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const money = z.number().int().min(0).max(1_000_000_000_000)
const months = z.number().int().min(1).max(600)
const paper = z.object({ id: z.uuid(), code: z.string(), issuedOn: dayText })

export const costLineShape = z.object({
  item: z.string().trim().max(40),
  amount: money.refine((amount) => amount > 0),
  voucher: z.string().trim().max(100).nullable().default(null),
  note: z.string().trim().max(200).nullable().default(null),
})

const repaymentShape = z.object({
  id: z.uuid(),
  cause: z.enum(repaymentCauses),
  on: dayText,
  cost: money,
  committedMonths: z.number(),
  servedMonths: z.number(),
  amount: money,
  status: z.enum(['owed', 'paid', 'waived']),
  statusOn: dayText.nullable(),
  paper: paper.nullable(),
})

export const commitmentRowShape = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  unit: named.nullable(),
  kind: z.string(),
  sentOn: dayText,
  courseMonths: z.number(),
  committedMonths: z.number(),
  document: z.string(),
  serviceFrom: dayText.nullable(),
  dueOn: dayText.nullable(),
  servedMonths: z.number(),
  owedMonths: z.number(),
  /** F, whole đồng. */
  cost: z.number(),
  /** What would be paid back by whoever left on the day. */
  owedNow: z.number(),
  state: z.enum(commitmentStates),
  alert: z.enum(['left', 'leaving', 'retires', 'retired', 'study_failed']).nullable(),
  lastUntil: dayText.nullable(),
  retiresIn: z.string().nullable(),
  repayment: repaymentShape.nullable(),
})
export type CommitmentRow = z.output<typeof commitmentRowShape>

export const listCommitments = operation({
  id: 'training.commitments.list',
  method: 'GET',
  path: '/api/commitments',
  permission: read,
  input: z.object({
    day: dayText.optional(),
    unitId: idText.optional(),
    q: z.string().trim().max(100).optional(),
    state: z.enum(commitmentStates).optional(),
    alert: z.enum(['any']).optional(),
  }),
  reply: z.object({
    rows: z.array(commitmentRowShape),
    total: z.number(),
    states: z.record(z.string(), z.number()),
    alerts: z.number(),
    /** Of those broken: what is owed and what has been paid. */
    owed: z.number(),
    paid: z.number(),
    isCut: z.boolean(),
  }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Sổ theo dõi cam kết phục vụ', en: 'The ledger of commitments to serve' },
})

const ofOne = { personId: idText, commitmentId: idText }

export const readCommitment = operation({
  id: 'training.commitments.read',
  method: 'GET',
  path: '/api/people/:personId/commitments/:commitmentId',
  permission: read,
  input: z.object({ ...ofOne, day: dayText.optional() }),
  reply: z.object({
    commitment: commitmentRowShape,
    costLines: z.array(costLineShape),
    paper: paper.nullable(),
    may: z.object({ write: z.boolean() }),
  }),
  scope: { person: 'personId' },
  summary: { vi: 'Một cam kết phục vụ', en: 'A commitment to serve' },
})

export const recordCommitment = operation({
  id: 'training.commitments.record',
  method: 'POST',
  path: '/api/people/:personId/commitments',
  permission: write,
  input: z.object({
    personId: idText,
    sendingId: idText,
    courseMonths: months,
    /** By the law of the day of sending unless the paper says more. */
    committedMonths: months.nullable().default(null),
    serviceFrom: dayText.nullable().default(null),
    costLines: z.array(costLineShape).max(100).default([]),
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi cam kết phục vụ', en: 'Record a commitment to serve' },
})

export const setCommitmentCosts = operation({
  id: 'training.commitments.setCosts',
  method: 'PUT',
  path: '/api/people/:personId/commitments/:commitmentId/costs',
  permission: write,
  input: z.object({
    ...ofOne,
    costLines: z.array(costLineShape).max(100),
    /** The day of return, where it is another than that of the result. */
    serviceFrom: dayText.nullable().default(null),
    ...basisFields,
  }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi chi phí đào tạo đã chi', en: 'Record what a study has cost' },
})

const asked = {
  ...ofOne,
  cause: z.enum(repaymentCauses),
  on: dayText,
  /** Takes off what the older decree allows for years of service. */
  reduced: z.enum(['yes', 'no']).default('no'),
}

export const assessRepayment = operation({
  id: 'training.repayments.assess',
  method: 'GET',
  path: '/api/people/:personId/commitments/:commitmentId/assessment',
  permission: read,
  input: z.object(asked),
  reply: z.object({
    cost: z.number(),
    committedMonths: z.number(),
    servedMonths: z.number(),
    amount: z.number(),
    isWhole: z.boolean(),
    reduction: z.object({ percent: z.number(), isApplied: z.boolean(), verified: z.boolean() }).nullable(),
    rule: z.object({ document: z.string(), verified: z.boolean() }),
    limits: z.object({ councilDays: z.number(), paymentDays: z.number(), verified: z.boolean() }).nullable(),
    /** Why it could not be recorded so. */
    objections: z.array(z.looseObject({ code: z.string() })),
  }),
  scope: { person: 'personId' },
  summary: { vi: 'Tính thử mức đền bù', en: 'Work out a repayment' },
})

export const recordRepayment = operation({
  id: 'training.repayments.record',
  method: 'POST',
  path: '/api/people/:personId/commitments/:commitmentId/repayments',
  permission: write,
  input: z.object({ ...asked, ...basisFields }),
  reply: z.object({ id: z.uuid(), amount: z.number() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi mức đền bù', en: 'Record a repayment' },
})

export const settleRepayment = operation({
  id: 'training.repayments.settle',
  method: 'POST',
  path: '/api/people/:personId/repayments/:repaymentId/settlement',
  permission: write,
  input: z.object({ personId: idText, repaymentId: idText, status: z.enum(['paid', 'waived']), on: dayText, ...basisFields }),
  reply: z.object({ id: z.uuid() }),
  scope: { person: 'personId' },
  summary: { vi: 'Ghi đã nộp hoặc được miễn đền bù', en: 'Record a repayment as paid or waived' },
})

export const printRepayment = operation({
  id: 'training.repayments.print',
  method: 'GET',
  path: '/api/people/:personId/repayments/:repaymentId/letter',
  permission: read,
  input: z.object({
    personId: idText,
    repaymentId: idText,
    format: z.enum(['docx', 'pdf']).default('docx'),
    family: z.enum(['state', 'party']).default('state'),
    issuer: z.string().trim().max(200).default(''),
    place: z.string().trim().max(100).default(''),
    signTitle: z.string().trim().max(100).default(''),
    signName: z.string().trim().max(100).default(''),
  }),
  reply: z.object({}),
  gives: 'file',
  scope: { person: 'personId' },
  summary: { vi: 'In quyết định đền bù', en: 'Print the decision on a repayment' },
})
