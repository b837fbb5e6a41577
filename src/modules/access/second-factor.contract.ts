import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { codeShape } from './session.contract.ts'

const permission = 'signed-in'
const path = '/api/account/second-factor'
const password = z.string().min(1).max(200)
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

export const readSecondFactor = operation({
  id: 'access.secondFactor.read',
  method: 'GET',
  path,
  permission,
  input: z.object({}),
  reply: z.object({
    since: z.iso.datetime().nullable(),
    recoveryCodesLeft: z.number(),
    /** A role of the account asks for it: it cannot be turned off. */
    isRequired: z.boolean(),
    /** The sign-in was a while ago: whoever sets it up says the password again. */
    asksPassword: z.boolean(),
  }),
  summary: { vi: 'Xác thực hai lớp của mình', en: 'One’s own second factor' },
})

export const beginSecondFactor = operation({
  id: 'access.secondFactor.begin',
  method: 'POST',
  path,
  permission,
  input: z.object({ password: password.optional() }),
  /** The secret once in letters, to be typed, and once as the address that the QR picture says. */
  reply: z.object({ secret: z.string(), address: z.string() }),
  secret: ['password'],
  summary: { vi: 'Bắt đầu bật xác thực hai lớp', en: 'Begin to set up a second factor' },
})

export const confirmSecondFactor = operation({
  id: 'access.secondFactor.confirm',
  method: 'PUT',
  path,
  permission,
  input: z.object({ code: codeShape }),
  reply: recoveryCodes,
  secret: ['code'],
  summary: { vi: 'Bật xác thực hai lớp', en: 'Turn the second factor on' },
})

export const removeSecondFactor = operation({
  id: 'access.secondFactor.remove',
  method: 'DELETE',
  path,
  permission,
  input: z.object({ password, code: codeShape }),
  reply: z.object({}),
  secret: ['password', 'code'],
  summary: { vi: 'Tắt xác thực hai lớp', en: 'Turn the second factor off' },
})

export const renewRecoveryCodes = operation({
  id: 'access.recoveryCodes.renew',
  method: 'POST',
  path: '/api/account/recovery-codes',
  permission,
  input: z.object({ password, code: codeShape }),
  reply: recoveryCodes,
  secret: ['password', 'code'],
  summary: { vi: 'Tạo lại mã dự phòng', en: 'Make new recovery codes' },
})
