import { describe, expect, test } from 'vitest'
import { readStateManagement } from './state-management-levels.ts'
import { readTheory } from './theory-levels.ts'
import { isTrainingKind, trainingKindOf, trainingKinds } from './training-kinds.ts'

describe('kinds of training', () => {
  test.each([
    ['trung cấp lý luận chính trị', 'LLCT_TC'],
    ['TC LLCT', 'LLCT_TC'],
    ['Trung cấp LLCT - HC', 'LLCT_TC'],
    ['DANH SÁCH CÁN BỘ CỬ ĐI HỌC TRUNG CẤP LÝ LUẬN CHÍNH TRỊ', 'LLCT_TC'],
    ['cao cấp chính trị', 'LLCT_CC'],
    ['Cao cấp lý luận chính trị hệ không tập trung', 'LLCT_CC'],
    ['CC LLCT', 'LLCT_CC'],
    ['Sơ cấp lý luận chính trị', 'LLCT_SC'],
    ['Cử nhân chính trị', 'LLCT_CN'],
    ['QLNN chương trình chuyên viên', 'QLNN_CV'],
    ['Bồi dưỡng quản lý nhà nước ngạch chuyên viên chính', 'QLNN_CVC'],
    ['QLNN chương trình chuyên viên cao cấp', 'QLNN_CVCC'],
    ['QLNN cán sự', 'QLNN_CS'],
    ['bồi dưỡng báo cáo viên cấp huyện', 'BD_BCV'],
    ['Bồi dưỡng đại biểu HĐND xã', 'BD_HDND'],
    ['Học đại học Luật', 'DT_DH'],
    ['Đào tạo cao đẳng', 'DT_CD'],
    ['Đào tạo trung cấp chuyên môn', 'DT_TC'],
    ['Thạc sĩ Quản lý kinh tế', 'DT_SDH_THS'],
    ['Nâng cao trình độ chuyên môn', 'DT_NC'],
    ['Kiến thức quốc phòng và an ninh đối tượng 3', 'BD_QPAN_3'],
    ['BD QPAN ĐT 4', 'BD_QPAN_4'],
    ['Lớp bồi dưỡng chuyên đề Học tập và làm theo Bác', 'BD_CD'],
    ['Bồi dưỡng nghiệp vụ công tác xây dựng Đảng', 'BD_XDD'],
    ['Bồi dưỡng nghiệp vụ công tác Mặt trận', 'BD_DT'],
    ['Lớp bồi dưỡng tiếng Tày', 'BD_TDT'],
    ['Bồi dưỡng tin học', 'BD_TH'],
    ['Cập nhật kiến thức', 'BD_CN'],
    ['BD_CD', 'BD_CD'],
  ])('%s is %s', (text, code) => {
    expect(trainingKindOf(text)).toBe(code)
  })

  test('what names no course is none', () => {
    expect(trainingKindOf('Danh sách trích ngang')).toBeNull()
    expect(trainingKindOf('')).toBeNull()
  })

  test('every kind is found again by its own name, in Vietnamese', () => {
    const lost = Object.entries(trainingKinds)
      .filter(([code, { name }]) => trainingKindOf(name.vi) !== code)
      .map(([code]) => code)
    expect(lost).toEqual([])
  })

  test('degree training and further training are told apart', () => {
    expect(trainingKinds.LLCT_TC.class).toBe('degree')
    expect(trainingKinds.QLNN_CV.class).toBe('further')
    expect(isTrainingKind('toString')).toBe(false)
  })
})

describe('levels', () => {
  test.each([
    ['Trung cấp', [{ level: 'TC', state: 'finished' }]],
    ['Trung cấp (đang học)', [{ level: 'TC', state: 'studying' }]],
    ['TC đ/h', [{ level: 'TC', state: 'studying' }]],
    ['Cao cấp', [{ level: 'CC', state: 'finished' }]],
    ['Cử nhân', [{ level: 'CN', state: 'finished' }]],
    [
      'TC; CC (đang học)',
      [
        { level: 'TC', state: 'finished' },
        { level: 'CC', state: 'studying' },
      ],
    ],
    ['', []],
    ['chưa', []],
  ])('political theory %s', (text, expected) => {
    expect(readTheory(text)).toEqual(expected)
  })

  test.each([
    ['CVC', 'CVC'],
    ['CV', 'CV'],
    ['CS', 'CS'],
    ['Chuyên viên chính', 'CVC'],
    ['CVCC', 'CVCC'],
  ])('state management %s', (text, level) => {
    expect(readStateManagement(text)).toEqual([{ level, state: 'finished' }])
  })
})
