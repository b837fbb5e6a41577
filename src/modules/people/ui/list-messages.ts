import type { PeopleFilters } from '../list.contract.ts'

type Asked = Pick<PeopleFilters, 'group' | 'status'>

const who = {
  vi: { officials: 'cán bộ, công chức, viên chức', outside: 'người ngoài biên chế', all: 'người' },
  en: { officials: 'officials', outside: 'persons outside the payroll', all: 'persons' },
}

export const vi = {
  title: (count: string, { group, status }: Asked, unit: string | null) =>
    `${count} ${who.vi[group]}${{ serving: ' đang công tác', left: ' đã thôi công tác', all: '' }[status]}${unit ? ` · ${unit}` : ''}`,
  loading: 'Cán bộ, công chức',
  firstOnly: (listed: string) => `Bảng liệt kê ${listed} người đầu tiên. Lọc thêm để thấy những người khác.`,
  find: 'Tìm',
  findHint: 'tên, ngày sinh, số',
  unit: 'Đơn vị',
  more: 'Bộ lọc',
  moreTitle: 'Lọc danh sách',
  any: 'Bất kỳ',
  apply: 'Xong',
  add: 'Thêm người',
  export: 'Xuất Excel',
  exportTitle: 'Xuất danh sách ra Excel',
  exportAbout: 'Tệp gồm đúng các dòng và cột đang xem, kèm sheet "Điều kiện lọc". Mỗi lần xuất được ghi nhật ký.',
  none: 'Không có ai theo các điều kiện này',
  noneAbout: 'Bỏ bớt một điều kiện, hoặc chọn ngày khác ở đầu trang.',
  ordered: 'Sắp theo',
  left: 'đã thôi',
  hidden: 'không được xem',
  number: 'TT',
  leader: 'lãnh đạo',
}

export const en = {
  title: (count: string, { group, status }: Asked, unit: string | null) =>
    `${count} ${who.en[group]}${{ serving: ' serving', left: ' who have left', all: '' }[status]}${unit ? ` · ${unit}` : ''}`,
  loading: 'Officials',
  firstOnly: (listed: string) => `The table lists the first ${listed} people. Filter further to see the others.`,
  find: 'Search',
  findHint: 'name, birth, number',
  unit: 'Unit',
  more: 'Filters',
  moreTitle: 'Filter the list',
  any: 'Any',
  apply: 'Done',
  add: 'Add a person',
  export: 'Export to Excel',
  exportTitle: 'Export the list to Excel',
  exportAbout: 'The file holds exactly the rows and columns shown, with a sheet of the filter conditions. Each export is logged.',
  none: 'Nobody meets these conditions',
  noneAbout: 'Drop a condition, or choose another day at the top of the page.',
  ordered: 'Sorted by',
  left: 'left',
  hidden: 'not permitted',
  number: 'No.',
  leader: 'leadership',
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
