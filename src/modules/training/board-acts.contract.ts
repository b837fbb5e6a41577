import { z } from 'zod'
import { paperFamilies } from '#modules/decisions/paper-data.ts'
import { dayText, idText, operation } from '#lib/operation.ts'
import { overrideShape } from '#lib/override.ts'
import { conditionCodes } from './candidate.ts'

/** The state of the board that the caller saw: if another has changed it meanwhile, nothing is done. */
const seen = { classId: idText, revision: z.coerce.number().int().min(0) }
const reply = z.object({ revision: z.number() })
const people = z.array(idText).min(1).max(500)
const line = (most: number) => z.string().trim().max(most)

export const shareSeats = operation({
  id: 'training.boards.setSeats',
  method: 'PUT',
  path: '/api/classes/:classId/board/seats',
  permission: 'training.plan.write',
  input: z.object({
    ...seen,
    seats: z.array(z.object({ unitId: idText, seats: z.number().int().min(0).max(10_000) })).max(500),
  }),
  reply,
  summary: { vi: 'Phân bổ chỉ tiêu cho các đơn vị', en: 'Share the seats among units' },
})

export const nominate = operation({
  id: 'training.boards.nominate',
  method: 'POST',
  path: '/api/classes/:classId/board/nominations',
  permission: 'training.needs.write',
  input: z.object({ ...seen, personIds: people }),
  reply,
  summary: { vi: 'Đưa vào danh sách đề nghị cử học', en: 'Nominate for a class' },
})

export const withdrawNominations = operation({
  id: 'training.boards.withdraw',
  method: 'POST',
  path: '/api/classes/:classId/board/withdrawals',
  permission: 'training.needs.write',
  input: z.object({ ...seen, personIds: people }),
  reply,
  summary: { vi: 'Rút khỏi danh sách đề nghị cử học', en: 'Take a nomination back' },
})

export const overrideWarnings = operation({
  id: 'training.boards.override',
  method: 'POST',
  path: '/api/classes/:classId/board/overrides',
  permission: 'training.plan.write',
  input: z.object({
    ...seen,
    personId: idText,
    /** The day of sending by whose law the warning stands. */
    on: dayText.optional(),
    codes: z.array(z.enum(conditionCodes)).max(20),
    reason: z.string().trim().min(3).max(500),
  }),
  reply,
  scope: { person: 'personId' },
  summary: { vi: 'Chấp nhận cử dù còn điều kiện chưa đạt, có lý do', en: 'Answer for a condition that is not met' },
})

/** The paper: who issues it, who signs, under which number. */
export const paperFields = {
  family: z.enum(paperFamilies),
  issuerUnitId: idText.nullable().default(null),
  issuer: line(200).min(1),
  /** What follows the number, 'QĐ-UBND' or 'QĐ/HU'. */
  symbol: line(40).min(1),
  /** As written on the paper; without it the next number of the issuer is given. */
  code: line(60).nullable().default(null),
  issuedOn: dayText,
  signer: line(100).min(1),
  signerTitle: line(100).min(1),
  subject: line(500).min(1),
}

export const decideBoard = operation({
  id: 'training.boards.decide',
  method: 'POST',
  path: '/api/classes/:classId/board/decision',
  permission: 'training.plan.write',
  input: z.object({ ...seen, ...paperFields, override: overrideShape }),
  reply: z.object({ decisionId: z.uuid(), code: z.string(), sent: z.number(), revision: z.number() }),
  summary: { vi: 'Ra quyết định cử đi học', en: 'Decide who is sent' },
})

export const listIssuers = operation({
  id: 'training.boards.issuers',
  method: 'GET',
  path: '/api/classes/:classId/board/issuers',
  permission: 'training.plan',
  input: z.object({ classId: idText, on: dayText.optional() }),
  reply: z.object({
    issuers: z.array(
      z.object({
        issuer: z.string(),
        issuerUnitId: z.uuid().nullable(),
        family: z.enum(paperFamilies),
        symbol: z.string(),
        /** The code that the next paper of the year would get. */
        nextCode: z.string(),
        signer: z.string().nullable(),
        signerTitle: z.string().nullable(),
      }),
    ),
  }),
  summary: { vi: 'Nơi ban hành, người ký và số tiếp theo', en: 'Who may issue the paper, who signs, and the next number' },
})

export const printBoard = operation({
  id: 'training.boards.paper',
  method: 'GET',
  path: '/api/classes/:classId/board/paper',
  permission: 'training.plan',
  input: z.object({
    classId: idText,
    kind: z.enum(['sending', 'call_up']),
    format: z.enum(['docx', 'pdf']),
    /** The decision as made; without it a draft of what the board holds now. */
    decisionId: idText.optional(),
    family: z.enum(paperFamilies).optional(),
    issuerUnitId: idText.optional(),
    issuer: line(200).optional(),
    symbol: line(40).optional(),
    issuedOn: dayText.optional(),
    signer: line(100).optional(),
    signerTitle: line(100).optional(),
    subject: line(500).optional(),
  }),
  reply: z.object({}),
  gives: 'file',
  summary: {
    vi: 'Quyết định kèm danh sách, giấy triệu tập: bản Word hoặc PDF',
    en: 'The decision with its list, or the call-up letter, as Word or PDF',
  },
})
