import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { cellFields, formQuestion } from './form.contract.ts'

export const exportForm = operation({
  id: 'statistics.forms.export',
  method: 'GET',
  path: '/api/forms/:form/workbook.xlsx',
  permission: 'figures.read',
  input: z.object({
    form: z.string(),
    ...formQuestion,
    count: cellFields.count,
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  reply: z.unknown(),
  gives: 'file',
  summary: {
    vi: 'Xuất biểu mẫu ra Excel, kèm danh sách của từng dòng (có ghi nhật ký)',
    en: 'Export a form to Excel with the list of each row (logged)',
  },
})
