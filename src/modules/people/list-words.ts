import type { Bilingual } from '#lib/language.ts'
import type { exportColumns } from './list.contract.ts'

/** The headings of the list, on the screen and in Excel. */
export const columnWords: Record<(typeof exportColumns)[number], Bilingual> = {
  name: { vi: 'Họ và tên', en: 'Full name' },
  birth: { vi: 'Ngày sinh', en: 'Birth date' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  title: { vi: 'Chức danh', en: 'Title (post)' },
  officialKind: { vi: 'Loại', en: 'Kind' },
  since: { vi: 'Giữ từ', en: 'Held since' },
  degree: { vi: 'Chuyên môn', en: 'Professional level' },
  theory: { vi: 'Lý luận CT', en: 'Political theory' },
  stateManagement: { vi: 'Quản lý NN', en: 'State management' },
  studying: { vi: 'Đang học', en: 'Being studied' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnic group' },
  partyJoined: { vi: 'Vào Đảng', en: 'Joined the Party' },
}

export const sheetWords = {
  people: { vi: 'Danh sách', en: 'List' },
  conditions: { vi: 'Điều kiện lọc', en: 'Filter conditions' },
  number: { vi: 'TT', en: 'No.' },
  condition: { vi: 'Điều kiện', en: 'Condition' },
  value: { vi: 'Giá trị', en: 'Value' },
  day: { vi: 'Tính đến ngày', en: 'As of' },
  exportedBy: { vi: 'Người xuất', en: 'Exported by' },
  exportedAt: { vi: 'Lúc', en: 'At' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  paper: { vi: 'Văn bản căn cứ', en: 'Paper it is based on' },
  count: { vi: 'Số người', en: 'Persons' },
  keptBack: { vi: 'Cột không có trong bảng: dữ liệu nhạy cảm, ngoài quyền xem', en: 'Not in the sheet: sensitive, outside the permission' },
  closed: { vi: 'Số người không hiện dữ liệu nhạy cảm', en: 'Persons whose sensitive fields are kept back' },
  file: { vi: 'Danh sách cán bộ, công chức', en: 'List of officials' },
} as const satisfies Record<string, Bilingual>

/** What each filter is called, in the list's chips and in the sheet of conditions. */
export const filterWords = {
  q: { vi: 'Tìm', en: 'Search' },
  unitId: { vi: 'Đơn vị', en: 'Unit' },
  group: { vi: 'Nhóm', en: 'Group' },
  status: { vi: 'Tình trạng', en: 'Status' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  ageFrom: { vi: 'Tuổi từ', en: 'Age from' },
  ageTo: { vi: 'Tuổi đến', en: 'Age to' },
  ethnicity: { vi: 'Dân tộc', en: 'Ethnic group' },
  minority: { vi: 'Dân tộc thiểu số', en: 'Ethnic minority' },
  party: { vi: 'Đảng viên', en: 'Party member' },
  degree: { vi: 'Chuyên môn từ', en: 'Professional level at least' },
  theory: { vi: 'Lý luận chính trị từ', en: 'Political theory at least' },
  stateManagement: { vi: 'Quản lý nhà nước từ', en: 'State management at least' },
  title: { vi: 'Chức danh', en: 'Title (post)' },
  leader: { vi: 'Lãnh đạo, quản lý', en: 'Leadership and management' },
  officialKind: { vi: 'Loại cán bộ', en: 'Kind of official' },
  studying: { vi: 'Đang học', en: 'Being studied' },
  missing: { vi: 'Thiếu dữ liệu', en: 'Missing data' },
  sort: { vi: 'Sắp theo', en: 'Sorted by' },
  order: { vi: 'Chiều', en: 'Direction' },
} as const satisfies Record<string, Bilingual>
export type FilterName = keyof typeof filterWords

/** What the chosen value of a filter is called. */
export const choiceWords = {
  group: {
    officials: { vi: 'Cán bộ, công chức', en: 'Officials' },
    outside: { vi: 'Ngoài biên chế', en: 'Outside the payroll' },
    all: { vi: 'Tất cả', en: 'Everyone' },
  },
  status: { serving: { vi: 'Đang công tác', en: 'Serving' }, left: { vi: 'Đã thôi', en: 'Left' }, all: { vi: 'Tất cả', en: 'All' } },
  sex: { male: { vi: 'Nam', en: 'Male' }, female: { vi: 'Nữ', en: 'Female' } },
  party: { member: { vi: 'Là đảng viên', en: 'Party member' }, none: { vi: 'Ngoài Đảng', en: 'Non-Party person' } },
  minority: { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } },
  leader: { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } },
  studying: { yes: { vi: 'Có', en: 'Yes' } },
  missing: {
    birth: { vi: 'Ngày sinh đủ ngày tháng', en: 'Full birth date' },
    sex: { vi: 'Giới tính', en: 'Sex' },
    identity: { vi: 'Số định danh cá nhân', en: 'Personal ID number' },
    degree: { vi: 'Trình độ chuyên môn', en: 'Professional level' },
    theory: { vi: 'Lý luận chính trị', en: 'Political theory' },
    title: { vi: 'Chức danh theo danh mục', en: 'Title of the list' },
  },
  sort: {
    name: { vi: 'Tên', en: 'Name' },
    birth: { vi: 'Ngày sinh', en: 'Birth date' },
    unit: { vi: 'Đơn vị', en: 'Unit' },
    title: { vi: 'Chức danh', en: 'Title (post)' },
    since: { vi: 'Ngày giữ chức danh', en: 'Held since' },
  },
  order: { up: { vi: 'Tăng dần', en: 'Ascending' }, down: { vi: 'Giảm dần', en: 'Descending' } },
} as const satisfies Record<string, Record<string, Bilingual>>
