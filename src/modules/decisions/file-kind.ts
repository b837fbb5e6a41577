type Kind = { mediaType: string; begins: (bytes: Buffer) => boolean }

const pdf: Kind = { mediaType: 'application/pdf', begins: (bytes) => bytes.subarray(0, 1024).includes('%PDF-') }
const docx: Kind = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  begins: (bytes) => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && bytes.includes('word/'),
}
const doc: Kind = {
  mediaType: 'application/msword',
  begins: (bytes) => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
}
const jpeg: Kind = { mediaType: 'image/jpeg', begins: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) }
const png: Kind = { mediaType: 'image/png', begins: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) }

const kinds = new Map(Object.entries({ pdf, docx, doc, jpg: jpeg, jpeg, png }))

/** The kind of file that a paper is kept as: what the name ends with and what the file begins with must be one; undefined for any other. */
export function mediaTypeOf({ name, bytes }: { name: string; bytes: Buffer }): string | undefined {
  const kind = kinds.get(name.split('.').at(-1)?.toLowerCase() ?? '')
  return kind?.begins(bytes) ? kind.mediaType : undefined
}

function startsWith(bytes: Buffer, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign)
}
