export const vi = {
  title: (current: string, ending: string) => `${current} người đang biệt phái, ${ending} sắp hoặc đã đến hạn`,
  loading: 'Biệt phái',
  unit: 'Đơn vị', anyUnit: 'Mọi đơn vị', state: 'Tình trạng', anyState: 'Tất cả',
  states: { planned: 'Chưa bắt đầu', current: 'Đang biệt phái', ending: 'Sắp, đã đến hạn', ended: 'Đã kết thúc' },
  name: 'Họ và tên', from: 'Nơi cử', host: 'Nơi đến', work: 'Chức danh, nhiệm vụ', period: 'Thời gian', plannedEnd: 'Dự kiến hết', limitIs: (day: string) => `tối đa ${day}`, paper: 'Quyết định',
  none: 'Chưa có biệt phái nào theo điều kiện này', noneAbout: 'Ghi biệt phái trong hồ sơ từng người, nút Ghi sự kiện.', more: 'Xem thêm',
  law: (months: number, document: string) => `Tối đa ${months} tháng theo ${document}; dài hơn phải nêu luật chuyên ngành.`,
  byYear: 'Số quyết định biệt phái theo năm bắt đầu', overrides: 'vượt hạn',
  hostUnit: 'Đơn vị đến', fromUnit: 'Đơn vị cử', titleText: 'Chức danh tại nơi đến', task: 'Nhiệm vụ', start: 'Từ ngày', planned: 'Dự kiến đến hết ngày', last: 'Đến hết ngày (nếu đã kết thúc)', back: 'Trở về từ ngày',
  specialLaw: 'Luật chuyên ngành cho phép dài hơn', specialLawHint: 'chỉ khi quá 36 tháng',
}
export const en = {
  title: (current: string, ending: string) => `${current} ${current === '1' ? 'person' : 'persons'} seconded, ${ending} at or near their end`,
  loading: 'Secondments',
  unit: 'Unit', anyUnit: 'Any unit', state: 'State', anyState: 'All',
  states: { planned: 'Not begun', current: 'Under way', ending: 'At or near its end', ended: 'Ended' },
  name: 'Full name', from: 'Sending unit', host: 'Host unit', work: 'Post, task', period: 'Period', plannedEnd: 'Planned end', limitIs: (day: string) => `${day} at most`, paper: 'Decision',
  none: 'No secondment meets these conditions', noneAbout: 'A secondment is recorded in the person’s file, under Record an event.', more: 'Show more',
  law: (months: number, document: string) => `At most ${months} months by ${document}; longer only by a special law.`,
  byYear: 'Secondments by the year they began', overrides: 'beyond the limit',
  hostUnit: 'Host unit', fromUnit: 'Sending unit', titleText: 'Post at the host', task: 'Task', start: 'From', planned: 'Planned until the end of', last: 'Until the end of (when over)', back: 'Back from',
  specialLaw: 'Special law that allows longer', specialLawHint: 'only beyond 36 months',
} satisfies Record<keyof typeof vi, unknown>
export const messages = { vi, en }
