import { z } from 'zod'
import { dayText, idText, listOf, operation } from '#lib/operation.ts'
import { basisFields } from '#modules/people/basis.ts'

const read = 'training.read'
const write = 'training.write'
const named = z.object({ id: z.uuid(), vi: z.string(), en: z.string() })
const state = z.enum(['valid', 'expired', 'annulled'])

/** What the register may be asked for; the page keeps the same fields in its address. */
export const certificateFilters = {
  q: z.string().trim().max(200).optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  openerUnitId: idText.optional(),
  state: state.optional(),
}

export const certificateRowShape = z.object({
  code: z.string(),
  registerNo: z.number(),
  year: z.number(),
  number: z.string(),
  personId: z.uuid(),
  name: z.string(),
  canOpen: z.boolean(),
  classId: z.uuid(),
  classTitle: z.string(),
  kind: z.string(),
  opener: named,
  issuedOn: dayText,
  expiresOn: dayText.nullable(),
  state,
  annulledOn: dayText.nullable(),
  annulledWhy: z.string().nullable(),
  may: z.object({ annul: z.boolean() }),
})
export type CertificateRow = z.output<typeof certificateRowShape>

export const listCertificates = operation({
  id: 'training.certificates.list',
  method: 'GET',
  path: '/api/certificates',
  permission: read,
  input: z.object({
    ...certificateFilters,
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(200),
  }),
  reply: z.object({
    rows: z.array(certificateRowShape),
    next: z.string().nullable(),
    total: z.number(),
    years: z.array(z.number()),
    openers: z.array(named),
  }),
  scope: { unit: 'openerUnitId' },
  summary: { vi: 'Sổ cấp chứng chỉ, chứng nhận', en: 'The register of certificates' },
})

export const exportCertificates = operation({
  id: 'training.certificates.export',
  method: 'GET',
  path: '/api/certificates/export',
  permission: read,
  input: z.object({ ...certificateFilters, language: z.enum(['vi', 'en']).default('vi') }),
  reply: z.object({}),
  gives: 'file',
  scope: { unit: 'openerUnitId' },
  summary: { vi: 'Xuất sổ cấp chứng chỉ', en: 'Export the register of certificates' },
})

export const issueCertificates = operation({
  id: 'training.certificates.issue',
  method: 'POST',
  path: '/api/classes/:classId/certificates',
  permission: write,
  input: z.object({
    classId: idText,
    /** All who completed the class and have none, unless some are chosen. */
    personIds: z.array(idText).max(500).optional(),
    /** '{số}' and '{năm}' are filled in. */
    pattern: z.string().trim().min(3).max(60),
    issuedOn: dayText,
    expiresOn: dayText.nullable().default(null),
    ...basisFields,
  }),
  reply: z.object({ issued: z.number(), from: z.number(), to: z.number() }),
  summary: { vi: 'Cấp chứng chỉ, chứng nhận', en: 'Issue certificates' },
})

export const annulCertificate = operation({
  id: 'training.certificates.annul',
  method: 'POST',
  path: '/api/classes/:classId/certificates/:personId/annulment',
  permission: write,
  input: z.object({
    classId: idText,
    personId: idText,
    on: dayText,
    reason: z.string().trim().min(3).max(500),
    decisionId: idText.nullable().default(null),
  }),
  reply: z.object({}),
  summary: { vi: 'Hủy chứng chỉ', en: 'Annul a certificate' },
})

export const printCertificates = operation({
  id: 'training.certificates.print',
  method: 'GET',
  path: '/api/classes/:classId/certificates/print',
  permission: read,
  input: z.object({
    classId: idText,
    personIds: listOf(idText),
    family: z.enum(['state', 'party']).default('state'),
    place: z.string().trim().max(100).default(''),
    signTitle: z.string().trim().max(100).default(''),
    signName: z.string().trim().max(100).default(''),
    /** Where others reach this server, for the picture to be scanned. */
    base: z
      .string()
      .regex(/^https?:\/\/[\w.:[\]-]+$/)
      .max(200)
      .optional(),
  }),
  reply: z.object({}),
  gives: 'file',
  summary: { vi: 'In chứng chỉ của lớp', en: 'Print the certificates of a class' },
})

export const verifyCertificate = operation({
  id: 'training.certificates.verify',
  method: 'GET',
  path: '/api/verify/:code',
  permission: 'everyone',
  input: z.object({ code: z.string().trim().max(40) }),
  reply: z.object({
    /** False: the code cannot be right as it stands, nothing was looked for. */
    isReadable: z.boolean(),
    certificate: z
      .object({
        name: z.string(),
        kind: z.string(),
        classTitle: z.string(),
        opener: z.object({ vi: z.string(), en: z.string() }),
        openedOn: dayText,
        closedOn: dayText.nullable(),
        number: z.string(),
        issuedOn: dayText,
        expiresOn: dayText.nullable(),
        state,
        annulledOn: dayText.nullable(),
      })
      .nullable(),
  }),
  summary: { vi: 'Tra cứu chứng chỉ theo mã', en: 'Verify a certificate by its code' },
})
