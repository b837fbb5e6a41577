/** What a template is written in: Word for the paper that is edited on, Typst for the PDF. */
export const templateFormats = ['docx', 'typ'] as const
export type TemplateFormat = (typeof templateFormats)[number]

/** Why a template is not taken. */
export type TemplateProblem =
  | { code: 'template-typ'; line: number | null; message: string }
  | { code: 'template-docx'; tag: string | null; message: string }
  | { code: 'template-unknown-tag'; tag: string }
  | { code: 'template-missing-tag'; tag: string }
  | { code: 'template-macros' }
  | { code: 'template-too-large'; limit: string }
  | { code: 'template-not-one' }
  | { code: 'template-took-too-long'; seconds: number }
