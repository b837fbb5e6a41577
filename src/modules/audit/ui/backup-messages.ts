export const vi = {
  lately: (at: string, size: string) => `Sao lưu gần nhất: ${at}, ${size} MB.`,
  encrypted: 'Có mã hóa.',
  plain: 'Không mã hóa.',
  none: 'Chưa có bản sao lưu nào. Đặt KECAN_BACKUP_DIR để hệ thống tự sao lưu mỗi đêm.',
  old: 'Đã quá hai ngày chưa có bản sao lưu mới.',
  failed: (at: string) => `Lần sao lưu ${at} không thành; xem nhật ký máy chủ.`,
}

export const en = {
  lately: (at: string, size: string) => `Last backup: ${at}, ${size} MB.`,
  encrypted: 'Encrypted.',
  plain: 'Not encrypted.',
  none: 'There is no backup yet. Set KECAN_BACKUP_DIR to have one made every night.',
  old: 'There has been no new backup for more than two days.',
  failed: (at: string) => `The backup of ${at} failed; see the log of the server.`,
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
