import type { PersonEvent } from '#web/person-event.ts'

const permission = 'people.write'
const assignment = 'people.assignment'

/** What people's own module records in a file. */
export const personEvents: PersonEvent[] = [
  {
    id: 'people.assignments.record',
    label: { vi: 'Chức danh đảm nhiệm', en: 'Post' },
    permission,
    order: 10,
    form: () => import('./RecordAssignment.tsx').then((module) => module.RecordAssignment),
  },
  {
    id: 'people.memberships.record',
    label: { vi: 'Tư cách ngoài biên chế', en: 'Membership' },
    permission,
    order: 55,
    form: () => import('./MembershipForms.tsx').then((module) => module.RecordMembership),
  },
  {
    id: 'people.memberships.end',
    label: { vi: 'Thôi', en: 'End' },
    permission,
    order: 20,
    of: { table: 'people.membership', when: ({ to }) => to === null },
    form: () => import('./MembershipForms.tsx').then((module) => module.EndMembership),
  },
  {
    id: 'people.identities.record',
    label: { vi: 'Giấy tờ định danh', en: 'Identity number' },
    permission,
    order: 60,
    form: () => import('./RecordIdentity.tsx').then((module) => module.RecordIdentity),
  },
  {
    id: 'people.persons.merge',
    label: { vi: 'Gộp hồ sơ trùng', en: 'Merge a second file' },
    permission,
    order: 95,
    form: () => import('./MergePersons.tsx').then((module) => module.MergePersons),
  },
  {
    id: 'people.persons.correct',
    label: { vi: 'Sửa lý lịch', en: 'Correct the curriculum vitae' },
    permission,
    order: 70,
    of: { table: 'people.profile' },
    form: () => import('./CorrectProfile.tsx').then((module) => module.CorrectProfile),
  },
  {
    id: 'people.assignments.end',
    label: { vi: 'Thôi giữ', en: 'End' },
    permission,
    order: 20,
    of: { table: assignment, when: ({ to }) => to === null },
    form: () => import('./EndAssignment.tsx').then((module) => module.EndAssignment),
  },
  {
    id: 'people.assignments.correct',
    label: { vi: 'Sửa', en: 'Correct' },
    permission,
    order: 30,
    of: { table: assignment },
    form: () => import('./RecordAssignment.tsx').then((module) => module.CorrectAssignment),
  },
  {
    id: 'people.identities.correct',
    label: { vi: 'Sửa', en: 'Correct' },
    permission,
    order: 30,
    of: { table: 'people.identity' },
    form: () => import('./RecordIdentity.tsx').then((module) => module.CorrectIdentity),
  },
  {
    id: 'people.facts.retract',
    label: { vi: 'Xóa điều ghi nhầm', en: 'Take back' },
    permission,
    order: 90,
    of: { table: '*', when: ({ table }) => table !== 'people.profile' },
    form: () => import('./RetractFact.tsx').then((module) => module.RetractFact),
  },
]
