export const vi = {
  year: 'Năm',
  grade: 'Xếp loại',
}

export const en = {
  year: 'Year',
  grade: 'Rating',
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
