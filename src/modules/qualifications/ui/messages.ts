export const vi = {
  kind: 'Loại trình độ', level: 'Trình độ', state: 'Tình trạng', field: 'Chuyên ngành', language: 'Ngôn ngữ', mode: 'Hình thức học', institution: 'Cơ sở đào tạo', result: 'Xếp loại',
  certificate: 'Số văn bằng, chứng chỉ', fromFinished: 'Ngày cấp bằng', fromStudying: 'Học từ ngày', until: 'Học đến hết ngày', on: 'Ngày cấp bằng hoặc thôi học', outcome: 'Kết quả', finished: 'Tốt nghiệp', abandoned: 'Bỏ dở',
  fromKnown: 'Biết đúng ngày bắt đầu có', unknown: 'Chưa rõ',
}
export const en = {
  kind: 'Kind of qualification', level: 'Level', state: 'State', field: 'Field of study', language: 'Language', mode: 'Mode of study', institution: 'Training institution', result: 'Result',
  certificate: 'Number of the diploma or certificate', fromFinished: 'Day of the diploma', fromStudying: 'Studied from', until: 'Studied until the end of', on: 'Day of the diploma or of leaving', outcome: 'Outcome', finished: 'Finished', abandoned: 'Abandoned',
  fromKnown: 'The day from which it is held is known', unknown: 'Not known',
} satisfies Record<keyof typeof vi, string>
export const messages = { vi, en }
