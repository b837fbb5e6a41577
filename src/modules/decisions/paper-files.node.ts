import { join } from 'node:path'
import type { PaperFamily, PaperKind } from './paper-data.ts'
import type { TemplateFormat } from './template.ts'

const root = join(import.meta.dirname, '..', '..', '..')

/** The program's own templates, which an office may take as a beginning. */
export const templateFolder = join(root, 'templates')

export function templateFile(kind: PaperKind, family: PaperFamily, format: TemplateFormat): string {
  return join(templateFolder, `${kind}-${family}.${format}`)
}

/** Tinos has the measures of Times New Roman, all Vietnamese letters and a licence to be carried along (OFL). */
export const fonts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
  join(root, 'node_modules', '@expo-google-fonts', 'tinos', style, `Tinos_${style}.ttf`),
)
