import { expect, test } from 'vitest'
import { readMarks } from './result-paste.ts'

const learners = [
  { personId: 'a', name: 'Nguyễn Văn An', birth: '1983-05-02' },
  { personId: 'b', name: 'Lê Thị Ánh', birth: '1990' },
  { personId: 'c', name: 'Nguyễn Văn An', birth: '1985-11-20' },
]
const read = (text: string) =>
  readMarks(text, learners).map(({ line, personId, grade, state, trouble }) => [line, personId, grade, state, trouble])

test('a list from Excel finds its trainees whatever stands beside the names', () => {
  const list = ['STT\tHọ và tên\tĐiểm', '1\tLê Thị Ánh\t7,5', '', '2\tNguyễn Văn An\t20/11/1985\tGiỏi', '3\tnguyễn văn an\t1983\tKhông đạt']
  expect(read(list.join('\r\n'))).toEqual([
    [2, 'b', '7,5', 'completed', null],
    [4, 'c', 'Giỏi', 'completed', null],
    [5, 'a', 'Không đạt', 'failed', null],
  ])
})

test('who is not in the class, two of one name and a name twice are told apart and left out', () => {
  expect(read('Trần Văn Bình\t8\nNguyễn Văn An\t8\nLê Thị Ánh\t4,9\nLê Thị Ánh\t6\nLê Thị Ánh')).toEqual([
    [1, null, '', 'completed', 'unknown'],
    [2, null, '8', 'completed', 'ambiguous'],
    [3, 'b', '4,9', 'failed', null],
    [4, 'b', '6', 'completed', 'twice'],
    [5, 'b', '', 'completed', 'twice'],
  ])
  expect(read('Lê Thị Ánh\tBảo lưu\nNguyễn Văn An\t02/05/1983\tthôi học')).toEqual([
    [1, 'b', 'Bảo lưu', 'deferred', null],
    [2, 'a', 'thôi học', 'withdrawn', null],
  ])
})
