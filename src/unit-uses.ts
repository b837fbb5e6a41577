import type { UnitUse } from '#modules/organisation/carrier.ts'

/** Every fact that speaks of a unit: what stands in the way of reversing a reorganisation. */
export const unitUses: UnitUse[] = [
  { table: 'organisation.unit_parent', column: 'parent_id', label: { vi: 'Đơn vị trực thuộc', en: 'Units below' } },
  { table: 'people.assignment', column: 'unit_id', label: { vi: 'Quá trình công tác', en: 'Posts held' } },
  {
    table: 'people.membership',
    column: 'unit_id',
    label: { vi: 'Đại biểu, đảng viên, hội viên', en: 'Deputies, Party and association members' },
  },
  { table: 'training.sending', column: 'unit_id', label: { vi: 'Cử đi học', en: 'Sendings' } },
  { table: 'training.class_version', column: 'opener_unit_id', label: { vi: 'Lớp đã mở', en: 'Classes opened' } },
  { table: 'training.enrolment', column: 'unit_id', label: { vi: 'Học viên', en: 'Trainees' } },
  { table: 'movements.secondment', column: 'from_unit_id', label: { vi: 'Biệt phái đi', en: 'Secondments from' } },
  { table: 'movements.secondment', column: 'host_unit_id', label: { vi: 'Biệt phái đến', en: 'Secondments to' } },
]
