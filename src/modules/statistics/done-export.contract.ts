import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { readFulfilment } from './fulfilment.contract.ts'
import { readHours } from './hours.contract.ts'

const language = z.enum(['vi', 'en']).default('vi')

export const exportHours = operation({
  id: 'statistics.hours.export',
  method: 'GET',
  path: '/api/figures/hours/workbook.xlsx',
  permission: 'figures.read',
  input: readHours.input.extend({ language }),
  reply: z.unknown(),
  gives: 'file',
  summary: {
    vi: 'Xuất số tiết học trong năm ra Excel, kèm danh sách (có ghi nhật ký)',
    en: 'Export the periods of the year to Excel with the list (logged)',
  },
})

export const exportFulfilment = operation({
  id: 'statistics.fulfilment.export',
  method: 'GET',
  path: '/api/figures/plans/workbook.xlsx',
  permission: 'training.plan',
  input: readFulfilment.input.extend({ language }),
  reply: z.unknown(),
  gives: 'file',
  scope: { unit: 'unitId' },
  summary: {
    vi: 'Xuất thực hiện kế hoạch và chi phí theo loại ra Excel',
    en: 'Export what became of the plans and the cost of each kind to Excel',
  },
})
