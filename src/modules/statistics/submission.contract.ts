import { z } from 'zod'
import { idText, operation } from '#lib/operation.ts'
import { cellFields, cellPeople, formQuestion, formShape, submittedShape } from './form.contract.ts'

const bilingual = z.object({ vi: z.string(), en: z.string() })

export type Submitted = z.output<typeof submittedShape>

export const submitForm = operation({
  id: 'statistics.submissions.submit',
  method: 'POST',
  path: '/api/forms/:form/submissions',
  permission: 'statistics.submit',
  input: z.object({ form: z.string(), ...formQuestion, note: z.string().trim().max(500).nullable().default(null) }),
  reply: z.object({ submissionId: z.uuid() }),
  summary: {
    vi: 'Nộp biểu mẫu: giữ nguyên số liệu và danh sách của từng ô',
    en: 'Submit a form: its figures and the list of each cell are kept as they are',
  },
})

export const listSubmissions = operation({
  id: 'statistics.submissions.list',
  method: 'GET',
  path: '/api/submissions',
  permission: 'figures.read',
  input: z.object({ form: z.string().optional(), unitId: idText.optional() }),
  reply: z.object({ submissions: z.array(submittedShape) }),
  scope: { unit: 'unitId' },
  summary: { vi: 'Các lần nộp biểu mẫu', en: 'Submissions of forms' },
})

export const readSubmission = operation({
  id: 'statistics.submissions.read',
  method: 'GET',
  path: '/api/submissions/:submissionId',
  permission: 'figures.read',
  input: z.object({ submissionId: idText }),
  reply: z.object({ submitted: submittedShape, form: formShape }),
  summary: { vi: 'Biểu mẫu như đã nộp', en: 'A form as it was submitted' },
})

export const listSubmissionPeople = operation({
  id: 'statistics.submissions.people',
  method: 'GET',
  path: '/api/submissions/:submissionId/people',
  permission: 'figures.read',
  input: z.object({ submissionId: idText, ...cellFields }),
  reply: cellPeople.omit({ cell: true }),
  summary: { vi: 'Danh sách đằng sau một ô của biểu mẫu đã nộp', en: 'The list behind a cell of a submitted form' },
})

const personRef = z.object({ personId: z.uuid(), name: z.string() })

export const compareSubmission = operation({
  id: 'statistics.submissions.compare',
  method: 'GET',
  path: '/api/submissions/:submissionId/comparison',
  permission: 'figures.read',
  input: z.object({
    submissionId: idText,
    with: idText.optional().describe('A later submission of the same form; absent: the figures as they are known now'),
  }),
  reply: z.object({
    before: submittedShape,
    after: submittedShape.nullable(),
    cells: z.array(
      z.object({
        row: z.string(),
        column: z.string(),
        label: bilingual,
        before: z.object({ people: z.number(), times: z.number() }),
        after: z.object({ people: z.number(), times: z.number() }),
        came: z.array(personRef),
        went: z.array(personRef),
      }),
    ),
  }),
  summary: { vi: 'So sánh biểu mẫu đã nộp với số liệu khác, từng ô một', en: 'Compare a submitted form with other figures, cell by cell' },
})
