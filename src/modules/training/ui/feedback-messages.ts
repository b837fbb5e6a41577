import type { QuestionKey } from '#modules/training/feedback.ts'

const viQuestions: Record<QuestionKey, string> = {
  content: 'Nội dung có sát công việc',
  lecturer: 'Giảng viên trình bày dễ hiểu',
  material: 'Tài liệu đầy đủ, dùng được',
  organisation: 'Tổ chức lớp, địa điểm, thời gian',
  use: 'Áp dụng được sau khi học',
}
const enQuestions: Record<QuestionKey, string> = {
  content: 'The content fits my work',
  lecturer: 'The lecturers were clear',
  material: 'The material is complete and useful',
  organisation: 'Organisation, place and time',
  use: 'I can use what I learned',
}

export const vi = {
  feedback: 'Phản hồi',
  questions: viQuestions,
  title: (answers: string, learners: string) => `${answers} phiếu phản hồi trên ${learners} học viên`,
  tooFew: (least: string) => `Kết quả hiện ra khi có từ ${least} phiếu trở lên, để không đoán được ai đã trả lời.`,
  notAsked: 'Chưa hỏi học viên về lớp này',
  notAskedAbout: 'Mở phiếu để có một địa chỉ gửi cho học viên. Phiếu không ghi tên; mỗi học viên một phiếu.',
  ask: 'Mở phiếu phản hồi',
  extend: 'Đổi hạn',
  until: 'Nhận đến hết ngày',
  address: 'Địa chỉ của phiếu',
  openUntil: (day: string) => `Nhận đến hết ${day}`,
  question: 'Câu hỏi',
  mean: 'Trung bình',
  spread: 'Từ 1 đến 5',
  comments: (count: string) => `${count} ý kiến`,
  formTitle: (title: string) => `Anh/chị thấy lớp ${title} thế nào?`,
  formAbout: (day: string) => `Phiếu không ghi tên. Nhận đến hết ${day}. 1 là kém, 5 là rất tốt.`,
  comment: 'Ý kiến khác',
  commentHint: 'không bắt buộc, tối đa 1.000 ký tự',
  send: 'Gửi phiếu',
  missing: (question: string) => `Chưa chọn: ${question}`,
  thanks: 'Cảm ơn anh/chị. Phiếu đã được gửi, không kèm tên.',
  closed: 'Phiếu phản hồi của lớp này đã hết hạn.',
  full: 'Đã nhận đủ số phiếu bằng số học viên của lớp.',
  unknown: 'Phiếu phản hồi',
}

export const en = {
  feedback: 'Feedback',
  questions: enQuestions,
  title: (answers: string, learners: string) => `${answers} answers of ${learners} trainees`,
  tooFew: (least: string) => `Results are shown from ${least} answers on, so that nobody can be recognised.`,
  notAsked: 'Nobody has been asked about this class yet',
  notAskedAbout: 'Open the form to get an address for the trainees. It takes no names, and one answer for each trainee.',
  ask: 'Open the feedback form',
  extend: 'Change the last day',
  until: 'Open until the end of',
  address: 'Address of the form',
  openUntil: (day: string) => `Open until the end of ${day}`,
  question: 'Question',
  mean: 'Mean',
  spread: 'From 1 to 5',
  comments: (count: string) => `${count} comments`,
  formTitle: (title: string) => `What did you think of ${title}?`,
  formAbout: (day: string) => `No name is asked. Open until the end of ${day}. 1 is poor, 5 is very good.`,
  comment: 'Anything else',
  commentHint: 'not required, up to 1,000 signs',
  send: 'Send',
  missing: (question: string) => `Not answered: ${question}`,
  thanks: 'Thank you. Your answer was sent, without a name.',
  closed: 'Feedback on this class is closed.',
  full: 'As many answers as trainees have been given.',
  unknown: 'Feedback form',
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
