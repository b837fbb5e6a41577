import type { PaperKind } from './paper-data.ts'

/** What a template is written in: Word for the paper that is edited on, Typst for the PDF. */
export const templateFormats = ['docx', 'typ'] as const
export type TemplateFormat = (typeof templateFormats)[number]

/** Larger than any paper with a coat of arms in it. */
export const templateLimits = { bytes: 5_000_000, unpackedBytes: 40_000_000, parts: 400 }

/** Why a template is not taken. */
export type TemplateProblem =
  | { code: 'template-typ'; line: number | null; message: string }
  | { code: 'template-docx'; tag: string | null; message: string }
  | { code: 'template-unknown-tag'; tag: string }
  | { code: 'template-missing-tag'; tags: string[] }
  | { code: 'template-reaches-out' }
  | { code: 'template-too-large'; limit: string }
  | { code: 'template-not-one' }
  | { code: 'template-took-too-long'; seconds: number }

const everyDecision = [['so_ky_hieu'], ['ngay_thang'], ['ve_viec', 'trich_yeu'], ['nguoi_ky']]

/** What no paper of the kind may lack; of tags in one group any will do. */
export const obligatoryTags: Record<PaperKind, string[][]> = {
  sending: [...everyDecision, ['danh_sach'], ['ho_ten']],
  call_up: [...everyDecision, ['doan']],
  plan: [...everyDecision, ['dong_ke_hoach'], ['tong_kinh_phi', 'tong_kinh_phi_so']],
  repayment: [...everyDecision, ['ho_ten'], ['so_tien_den_bu']],
  certificate: [['chung_chi'], ['ho_ten'], ['so_hieu'], ['so_vao_so'], ['ma_kiem_tra'], ['nguoi_ky'], ['ngay_thang']],
}
