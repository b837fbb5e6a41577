import { expect, test } from 'vitest'
import { mediaTypeOf } from './file-kind.ts'

const of = (name: string, bytes: string) => mediaTypeOf({ name, bytes: Buffer.from(bytes, 'latin1') })

test('a paper is kept as a scan or a text document whose contents are what its name says', () => {
  expect(of('quyet-dinh.PDF', '%PDF-1.7 …')).toBe('application/pdf')
  expect(of('quyet-dinh.jpg', '\xff\xd8\xff\xe0')).toBe('image/jpeg')
  expect(of('quyet-dinh.png', '\x89PNG\r\n\x1a\n')).toBe('image/png')
  expect(of('quyet-dinh.docx', 'PK\x03\x04……word/document.xml')).toContain('wordprocessingml')
  expect(of('quyet-dinh.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')).toBe('application/msword')
})

test('a program or a page under the name of a scan is refused, and so is a name of no such kind', () => {
  expect(of('quyet-dinh.pdf', 'MZ\x90\x00')).toBeUndefined()
  expect(of('quyet-dinh.pdf', '<!doctype html><script>')).toBeUndefined()
  expect(of('quyet-dinh.docx', 'PK\x03\x04……xl/vbaProject.bin')).toBeUndefined()
  expect(of('quyet-dinh.png', '%PDF-1.7')).toBeUndefined()
  expect(of('quyet-dinh.html', '<!doctype html>')).toBeUndefined()
  expect(of('constructor', '%PDF-')).toBeUndefined()
  expect(of('', '')).toBeUndefined()
})
