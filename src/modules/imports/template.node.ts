import { writeWorkbook, type WrittenColumn } from '#lib/workbook/write.ts'
import type { FileAnswer } from '#server/operations.ts'
import type { ImportKind } from './candidate.ts'

type Template = { file: string; title: string[]; columns: [string, number, WrittenColumn['kind']?][]; notes: string[] }

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Empty lists as offices know them; a filled one reads back without any correction of columns. */
const templates: Record<ImportKind, Template> = {
  people: {
    file: 'Mẫu danh sách trích ngang.xlsx',
    title: ['DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC', '(Tính đến ngày …/…/20…)'],
    columns: [
      ['TT', 6, 'number'],
      ['Họ và tên', 26],
      ['Giới tính', 9],
      ['Ngày, tháng, năm sinh', 14, 'text'],
      ['Số CCCD', 16, 'text'],
      ['Dân tộc', 11],
      ['Tôn giáo', 11],
      ['Quê quán', 30],
      ['Chức vụ', 24],
      ['Đơn vị công tác', 24],
      ['Ngày vào Đảng', 14, 'text'],
      ['Ngày chính thức', 14, 'text'],
      ['Giáo dục phổ thông', 10, 'text'],
      ['Trình độ chuyên môn', 22],
      ['Lý luận chính trị', 16],
      ['Quản lý nhà nước', 16],
      ['Ngoại ngữ', 12],
      ['Tin học', 12],
      ['Quốc phòng - an ninh', 14],
      ['Ghi chú', 18],
    ],
    notes: ['Số CCCD nhập dưới dạng chữ để không mất số 0 đầu. Đang học thì ghi "(đang học)" sau trình độ.'],
  },
  sendings: {
    file: 'Mẫu danh sách cử đi học.xlsx',
    title: ['DANH SÁCH CÁN BỘ CỬ ĐI HỌC …', '(Kèm theo Quyết định số …-QĐ/… ngày …/…/20… của …)'],
    columns: [
      ['STT', 6, 'number'],
      ['Họ và tên', 26],
      ['Ngày sinh', 14, 'text'],
      ['Chức vụ', 24],
      ['Đơn vị công tác', 24],
      ['Nội dung đào tạo, bồi dưỡng', 26],
      ['Nơi học', 24],
      ['Hình thức', 16],
      ['Thời gian', 20, 'text'],
      ['Kết quả', 14],
    ],
    notes: ['Số, ngày quyết định và loại hình học có thể chỉ ghi ở dòng đầu đề.'],
  },
  classes: {
    file: 'Mẫu danh sách lớp và học viên.xlsx',
    title: ['DANH SÁCH HỌC VIÊN LỚP …', '(Thời gian: từ ngày …/…/20… đến ngày …/…/20…; địa điểm: …)'],
    columns: [
      ['STT', 6, 'number'],
      ['Họ và tên', 26],
      ['Ngày sinh', 14, 'text'],
      ['Chức vụ', 24],
      ['Đơn vị', 24],
      ['Kết quả', 14],
      ['Số chứng chỉ', 16, 'text'],
    ],
    notes: ['Mỗi lớp một trang tính. Lớp chỉ biết số người: lập bảng có cột Tên lớp, Thời gian, Số học viên.'],
  },
}

export async function templateFile(kind: ImportKind): Promise<FileAnswer> {
  const { file, title, columns, notes } = templates[kind]
  const sheet = {
    name: 'Danh sách',
    title,
    columns: columns.map(([header, width, as]) => ({ header, width, ...(as ? { kind: as } : {}) })),
    rows: [],
    notes,
  }
  return { name: file, type: xlsx, content: Buffer.from(await writeWorkbook([sheet])) }
}
