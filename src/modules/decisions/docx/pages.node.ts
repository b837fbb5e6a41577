import { AlignmentType, Header, type ISectionOptions, PageNumber, PageOrientation, Paragraph, type Table, TextRun } from 'docx'

import { mm } from './lengths.ts'
type Block = Paragraph | Table

/** A4 with the margins of NĐ 30/2020: the number in the middle of the top margin, none on the first sheet. */
export function portrait(children: Block[]): ISectionOptions {
  return section(children, { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) })
}

export function landscape(children: Block[]): ISectionOptions {
  return section(children, { top: mm(30), bottom: mm(15), left: mm(20), right: mm(20), header: mm(15) }, PageOrientation.LANDSCAPE)
}

type Margin = { top: number; bottom: number; left: number; right: number; header: number }

function section(
  children: Block[],
  margin: Margin,
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation] = PageOrientation.PORTRAIT,
): ISectionOptions {
  return {
    properties: { titlePage: true, page: { size: { width: mm(210), height: mm(297), orientation }, margin, pageNumbers: { start: 1 } } },
    headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [new Paragraph({})] }) },
    children,
  }
}

function pageNumber(): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] })
}
