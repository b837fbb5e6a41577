export const vi = {
  parts: 'Các phần của lớp',
  overview: 'Tổng quan',
  sessions: 'Buổi học',
  attendance: 'Điểm danh',
  feedback: 'Phản hồi',
  board: 'Bảng xét cử',
  paste: 'Dán danh sách',
  seats: 'Chỉ tiêu (chỗ)',
  seatsOf: (taken: string, seats: string) => `${taken} trong ${seats} chỗ`,
  periods: 'Thời lượng (tiết)',
  periodsOf: (count: string) => `${count} tiết`,
  institution: 'Cơ sở đào tạo',
  mode: 'Hình thức',
  anyMode: 'Chưa rõ',
  field: 'Chuyên ngành',
  fieldHint: 'với khóa cấp bằng',
}

export const en = {
  parts: 'Parts of the class',
  overview: 'Overview',
  sessions: 'Sessions',
  attendance: 'Attendance',
  feedback: 'Feedback',
  board: 'Nomination board',
  paste: 'Paste a list',
  seats: 'Seats',
  seatsOf: (taken: string, seats: string) => `${taken} of ${seats} seats`,
  periods: 'Length (periods)',
  periodsOf: (count: string) => `${count} periods`,
  institution: 'Training institution',
  mode: 'Mode',
  anyMode: 'Not known',
  field: 'Field of study',
  fieldHint: 'for a course that ends in a degree',
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
