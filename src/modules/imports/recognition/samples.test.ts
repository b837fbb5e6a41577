import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toIso } from '#lib/partial-date.ts'
import { parseWorkbook } from '#lib/workbook/parse.ts'
import type { Candidate, ImportKind } from '../candidate.ts'
import { recognise } from './recognise.ts'

const folder = new URL('../../../../tests/data/', import.meta.url)

async function recogniseFile(file: string, kind?: ImportKind) {
  return recognise(await parseWorkbook(readFileSync(new URL(file, folder))), kind === undefined ? {} : { kind })
}

function expected(file: string) {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
}

function person({ fields }: Candidate) {
  return {
    name: fields.name?.value,
    sex: fields.sex?.value,
    birth: fields.birth === undefined ? undefined : toIso(fields.birth.value),
    ethnic: fields.ethnic?.value.name,
    unit: fields.unit?.value.name,
    post: fields.post?.value.text,
    highestDegree: fields.degree?.text ?? '',
    theory: fields.theory?.text ?? '',
  }
}

describe('the workbooks of the offices', () => {
  test.each(['trich-ngang-1.xlsx', 'trich-ngang-1.xls'])('%s gives exactly its 27 people', async (file) => {
    const { candidates, refused } = await recogniseFile(file, 'people')

    expect(refused).toEqual([])
    expect(candidates.map(person)).toEqual(expected('trich-ngang-1.expected.json').people)
  })

  test('a list in TCVN3 gives its people in Unicode and says that it was converted', async () => {
    const { candidates, refused, sheets, warnings } = await recogniseFile('trich-ngang-tcvn3.xlsx', 'people')

    expect(refused).toEqual([])
    expect(candidates.map(person)).toEqual(expected('trich-ngang-tcvn3.expected.json').people)
    expect(sheets[0]?.encoding).toBe('tcvn3')
    expect(warnings.map(({ code }) => code)).toContain('old-font')
  })

  test('a list with three wrong cells refuses these three and no other', async () => {
    const { candidates, refused } = await recogniseFile('trich-ngang-loi.xlsx', 'people')
    const { refused: cells, good } = expected('trich-ngang-loi.expected.json')

    expect(refused.map(({ row, column }) => ({ row, column }))).toEqual(
      cells.map(({ row, column }: { row: number; column: string }) => ({ row, column })),
    )
    expect(refused.map(({ why }) => why.code)).toEqual(['id-digits-lost', 'no-such-date', 'no-name'])
    expect(candidates).toHaveLength(good)
  })

  test.each(['cu-di-hoc-tc-llct.xlsx', 'cu-di-hoc-tc-llct.xls'])('%s takes paper and course from its title', async (file) => {
    const { candidates, refused, sheets } = await recogniseFile(file)
    const { decision, kind, rows } = expected('cu-di-hoc-tc-llct.expected.json')

    expect(refused).toEqual([])
    expect(sheets[0]?.tables[0]?.kind).toBe('sendings')
    expect(
      candidates.map(({ fields }) => ({ name: fields.name?.value, birthYear: fields.birth?.value.y, unit: fields.unit?.value.name })),
    ).toEqual(rows)
    for (const { fields } of candidates) {
      expect(fields.decisionNumber?.value).toBe(decision.number)
      expect(fields.decisionOn && toIso(fields.decisionOn.value)).toBe(decision.date)
      expect(fields.decisionIssuer?.value).toBe('Ban Thường vụ Huyện ủy Yên Sơn')
      expect(fields.trainingKind?.value).toBe(kind)
      expect([fields.mode?.value, fields.school?.value, fields.from?.value, fields.to?.value]).toEqual([
        'KTT',
        'Trường Chính trị tỉnh',
        { y: 2018, m: 10 },
        { y: 2020, m: 4 },
      ])
    }
  })

  test('every value tells the cell it came from, and what was "as above" says so', async () => {
    const { candidates } = await recogniseFile('trich-ngang-1.xlsx', 'people')
    const thuy = candidates.find(({ row }) => row === 11)

    expect(thuy?.fields.ethnic).toMatchObject({ value: { name: 'Kinh', code: '01' }, source: 'above', place: { row: 11, column: 'F' } })
    expect(thuy?.fields.birth).toMatchObject({ text: '7-11-1990', place: { row: 11, column: 'D' }, source: 'cell' })
    expect(thuy?.fields.theory?.value).toEqual([{ level: 'TC', state: 'studying' }])
    expect(thuy?.fields.post?.value.code).toBe('X_DTN_BT')
  })

  test('one who joined the Party after the day of the list is pointed at', async () => {
    const { candidates } = await recogniseFile('trich-ngang-1.xlsx', 'people')

    expect(candidates.filter(({ warnings }) => warnings.some(({ code }) => code === 'date-after-list')).map(({ row }) => row)).toEqual([13])
  })
})

describe('further workbooks', () => {
  test('one sheet for each commune after a sheet of instructions', async () => {
    const { candidates, refused, sheets } = await recogniseFile('trich-ngang-nhieu-xa.xlsx')

    expect(refused).toEqual([])
    expect(sheets.map(({ skipped }) => skipped)).toEqual(['no-table', undefined, undefined])
    expect(candidates.map(person).map(({ name, sex, birth, ethnic, unit }) => [name, sex, birth, ethnic, unit])).toEqual([
      ['Nguyễn Văn Giả', 'male', '1980-06-05', 'Tày', 'Tứ Quận'],
      ['Trần Thị Thử', 'female', '1985', 'Tày', 'Tứ Quận'],
      ['Lò Văn Mẫu', 'male', '1979-05-19', 'Cao Lan', 'Lang Quán'],
    ])
    expect(candidates[2]?.fields.personalId?.value).toBe('008079900013')
  })

  test('classes by their head counts', async () => {
    const { candidates, refused } = await recogniseFile('lop-chuyen-de.xlsx')

    expect(refused).toEqual([])
    expect(candidates.map(({ of, fields }) => [of, fields.trainingKind?.value, fields.headCount?.value, fields.opener?.value])).toEqual([
      ['class', 'BD_CD', 162, 'TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'],
      ['class', 'LLCT_SC', 59, 'TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'],
      ['class', 'BD_XDD', 88, 'TRUNG TÂM BỒI DƯỠNG CHÍNH TRỊ HUYỆN YÊN SƠN'],
    ])
  })

  test('a class with its learners', async () => {
    const { candidates, refused, warnings } = await recogniseFile('lop-hoc-vien.xlsx')

    expect(refused).toEqual([])
    expect(warnings).toEqual([])
    expect(
      candidates.map(({ of, fields }) => [of, fields.name?.value ?? fields.className?.value, fields.sex?.value, fields.unit?.value.name]),
    ).toEqual([
      ['class', 'Lớp bồi dưỡng nghiệp vụ công tác Mặt trận năm 2019', undefined, undefined],
      ['learner', 'Ma Văn Ví', 'male', 'Tứ Quận'],
      ['learner', 'Bàn Thị Dụ', 'female', 'Tứ Quận'],
      ['learner', 'Triệu Văn Mẫu', 'male', 'Lang Quán'],
    ])
  })

  test('a formula Excel never computed and an error refuse their cells', async () => {
    const { refused } = await recogniseFile('cong-thuc-hong.xlsx', 'people')

    expect(refused.map(({ row, column, why }) => [row, column, why.code])).toEqual([
      [3, 'D', 'formula-without-value'],
      [3, 'I', 'error-value'],
    ])
  })
})
