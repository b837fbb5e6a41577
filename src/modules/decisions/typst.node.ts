import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { encode } from 'uqr'
import type { Fields } from './paper-fields-more.ts'
import { fonts, templateFolder } from './paper-files.node.ts'
import type { TemplateProblem } from './template.ts'

const main = join(templateFolder, 'main.typ')
let compiler: NodeCompiler | undefined

/** Sets a paper as PDF. What the template says wrong is told with its line; the fields are text in it, never code. */
export function typesetPdf(source: Uint8Array, fields: Fields): { content: Uint8Array } | { problem: TemplateProblem } {
  return typeset(source, fields, (compiler, paper) => ({ content: compiler.pdf(paper) }))
}

/** The same sheets as drawings: what is compared where two are to look alike. */
export function typesetDrawing(source: Uint8Array, fields: Fields): { drawing: string } | { problem: TemplateProblem } {
  return typeset(source, fields, (compiler, paper) => ({ drawing: compiler.plainSvg(paper).replaceAll(sheetOfPaper, '') }))
}

// The white of every sheet is drawn at the place of the first one, over what stands on it.
const sheetOfPaper = /^ {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>$/gm

function typeset<T>(
  source: Uint8Array,
  fields: Fields,
  draw: (compiler: NodeCompiler, paper: NodeTypstDocument) => T,
): T | { problem: TemplateProblem } {
  compiler ??= NodeCompiler.create({ workspace: templateFolder, fontArgs: [{ fontBlobs: fonts.map((file) => readFileSync(file)) }] })
  compiler.mapShadow(main, Buffer.from(source))
  try {
    const result = compiler.compile({ mainFilePath: main, inputs: { du_lieu: JSON.stringify(withPictures(fields)) } })
    const paper = result.result
    if (paper && !result.hasError()) return draw(compiler, paper)
    const errors = result.takeDiagnostics()
    return { problem: problemOf(errors ? compiler.fetchDiagnostics(errors) : []) }
  } finally {
    compiler.evictCache(10)
  }
}

type Diagnostic = { message: string; path: string; range: { start: { line: number } } | null; severity: number }

function problemOf(diagnostics: readonly Diagnostic[]): TemplateProblem {
  const [first] = diagnostics
  const isOwn = first?.path === main
  const line = isOwn && first.range ? first.range.start.line + 1 : null
  return { code: 'template-typ', line, message: (first?.message ?? '').slice(0, 300) }
}

/** Certificates get their picture to be scanned as a drawing. */
function withPictures(fields: Fields): Fields {
  const certificates = fields['chung_chi']
  if (!Array.isArray(certificates)) return fields
  return { ...fields, chung_chi: certificates.map((one) => ({ ...one, ma_qr: qrDrawing(String(one['dia_chi_kiem_tra'])) })) }
}

function qrDrawing(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}
