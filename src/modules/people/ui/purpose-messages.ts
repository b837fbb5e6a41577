export const vi = {
  open: 'Xem thông tin nhạy cảm…',
  chip: 'Mục đích',
  change: 'Đổi mục đích',
  title: 'Xem thông tin nhạy cảm để làm gì?',
  about:
    'Dân tộc, tôn giáo, ngày vào Đảng, giấy tờ định danh, điện thoại, nơi ở chỉ mở khi nêu mục đích. Mục đích được giữ đến hết ngày trong cửa sổ này, ghi vào nhật ký cùng từng lượt xem, và người có hồ sơ đọc được.',
  purpose: 'Mục đích',
  note: 'Căn cứ, nội dung công việc',
  noteHint: 'Ví dụ: Công văn 12-CV/HU',
  noteNeeded: 'Ghi rõ mục đích',
  show: 'Xem',
  end: 'Thôi xem',
  choose: 'Chọn mục đích',
  guardedColumns: 'Kèm cột dữ liệu nhạy cảm (dân tộc, ngày vào Đảng)',
  paper: 'Số văn bản căn cứ',
  paperHint: 'Ví dụ: 12-CV/HU ngày 20/11/2026',
  paperNeeded: 'Ghi số văn bản căn cứ',
  footed: 'Cuối mỗi trang có tên người xuất, thời điểm và dấu nhật ký.',
  download: 'Tải tệp Excel',
  kept: 'Thông tin nhạy cảm đang ẩn: dân tộc, tôn giáo, ngày vào Đảng, giấy tờ định danh, điện thoại, nơi ở.',
}

export const en = {
  open: 'Show sensitive information…',
  chip: 'Purpose',
  change: 'Change the purpose',
  title: 'What is the sensitive information for?',
  about:
    'Ethnic group, religion, Party dates, identity numbers, telephone and dwelling open only for a stated purpose. It is kept for the day in this window, logged with every look, and the person can read it.',
  purpose: 'Purpose',
  note: 'Paper or task',
  noteHint: 'For example: letter 12-CV/HU',
  noteNeeded: 'Say what for',
  show: 'Show',
  end: 'Hide again',
  choose: 'Choose a purpose',
  guardedColumns: 'With sensitive columns (ethnic group, day of joining the Party)',
  paper: 'Number of the paper it is based on',
  paperHint: 'For example: 12-CV/HU of 20/11/2026',
  paperNeeded: 'Name the paper it is based on',
  footed: 'Every page ends with who exported it, when, and the log seal.',
  download: 'Download the Excel file',
  kept: 'Sensitive information is not shown: ethnic group, religion, Party dates, identity numbers, telephone, dwelling.',
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
