import type { PaperFamily, PaperKind } from '#modules/decisions/paper-data.ts'
import type { TemplateFormat } from '#modules/decisions/template.ts'

const viKinds: Record<PaperKind, string> = {
  sending: 'Quyết định cử đi học, kèm danh sách',
  call_up: 'Giấy triệu tập học viên',
  plan: 'Kế hoạch đào tạo, kèm biểu kinh phí',
  repayment: 'Quyết định đền bù chi phí đào tạo',
  certificate: 'Chứng chỉ, chứng nhận',
}
const viFamilies: Record<PaperFamily, string> = { state: 'Nhà nước', party: 'Đảng' }
const viFormats: Record<TemplateFormat, string> = { docx: 'Word', typ: 'PDF' }

export const vi = {
  templates: 'Mẫu văn bản',
  title: (all: string, own: string) => `${all} mẫu văn bản, ${own} mẫu của cơ quan`,
  titlePrograms: (all: string) => `${all} mẫu văn bản, đều của chương trình`,
  kind: 'Loại văn bản',
  family: 'Thể thức',
  byProgram: 'Của chương trình',
  ofFormat: (format: string) => `Mẫu ${format}`,
  changed: (by: string) => `${by} thay`,
  tried: (versions: string) => `Đã thay ${versions} lần; mọi bản cũ còn lưu.`,
  programAbout: 'Đang dùng mẫu của chương trình, theo Nghị định 30/2020/NĐ-CP và thể thức văn bản của Đảng.',
  download: 'Tải mẫu',
  preview: 'In thử',
  replace: 'Thay bằng mẫu khác',
  replaceHint: { docx: 'Tệp .docx có các thẻ như {ho_ten}', typ: 'Tệp .typ của Typst' },
  replaced: 'Đã thay mẫu. Văn bản in từ nay theo mẫu mới.',
  reset: 'Dùng lại mẫu của chương trình',
  resetAbout: 'Văn bản in từ nay theo mẫu của chương trình. Mẫu của cơ quan vẫn được lưu.',
  resetDone: 'Đã dùng lại mẫu của chương trình',
  noRight: 'Chỉ người phụ trách toàn cơ quan được thay mẫu.',
  tags: 'Thẻ viết trong mẫu',
  tagsAbout: 'Thẻ viết trong ngoặc nhọn; danh sách mở bằng {#…}, đóng bằng {/…}. Trong mẫu PDF, thẻ là du-lieu.ten_the.',
  tag: 'Thẻ',
  meaning: 'Nội dung',
  obligatory: 'bắt buộc',
  kinds: viKinds,
  families: viFamilies,
  formats: viFormats,
}

export const en = {
  templates: 'Templates of papers',
  title: (all: string, own: string) => `${all} templates of papers, ${own} of the office's own`,
  titlePrograms: (all: string) => `${all} templates of papers, all the program's own`,
  kind: 'Kind of paper',
  family: 'Layout',
  byProgram: "The program's",
  ofFormat: (format: string) => `${format} template`,
  changed: (by: string) => `by ${by}`,
  tried: (versions: string) => `Replaced ${versions} times; every former version is kept.`,
  programAbout: "The program's own template is in use, by decree 30/2020/NĐ-CP and the Party's rules of layout.",
  download: 'Download the template',
  preview: 'Sample print',
  replace: 'Replace it by another',
  replaceHint: { docx: 'A .docx file with tags such as {ho_ten}', typ: 'A .typ file of Typst' },
  replaced: 'The template is replaced. Papers are printed by it from now on.',
  reset: "Return to the program's own",
  resetAbout: "Papers are printed by the program's template from now on. The office's own is kept.",
  resetDone: "The program's template is in use again",
  noRight: 'Only an officer of the whole authority may replace templates.',
  tags: 'Tags to write in the template',
  tagsAbout: 'A tag stands in braces; a list opens with {#…} and closes with {/…}. In a PDF template a tag is du-lieu.tag_name.',
  tag: 'Tag',
  meaning: 'What it stands for',
  obligatory: 'obligatory',
  kinds: {
    sending: 'Decision of sending, with its list',
    call_up: 'Letter calling participants',
    plan: 'Training plan, with its table of costs',
    repayment: 'Decision of repayment',
    certificate: 'Certificate',
  } satisfies Record<PaperKind, string>,
  families: { state: 'State', party: 'Party' } satisfies Record<PaperFamily, string>,
  formats: { docx: 'Word', typ: 'PDF' } satisfies Record<TemplateFormat, string>,
} satisfies Record<keyof typeof vi, unknown>

export const messages = { vi, en }
