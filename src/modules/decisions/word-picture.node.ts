import { crc32, deflateSync } from 'node:zlib'
import type PizZip from 'pizzip'
import { encode } from 'uqr'
import type { Fields } from './paper-fields-more.ts'

const relations = 'word/_rels/document.xml.rels'
const types = '[Content_Types].xml'
const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
const dotsPerModule = 8
/** 32 mm in the unit of drawings, 36,000 to the millimetre. */
const side = 32 * 36_000

/** Puts the picture to be scanned of each certificate into the file, and the drawing that shows it in the fields as {@ma_qr}. */
export function addPictures(zip: PizZip, fields: Fields): Fields {
  const certificates = fields['chung_chi']
  if (!Array.isArray(certificates)) return fields
  const text = (name: string) => zip.file(name)?.asText() ?? ''
  const pictures = certificates.map((one, index) => ({ id: `rIdQr${index}`, png: qrPng(String(one['dia_chi_kiem_tra'])) }))
  for (const { id, png } of pictures) zip.file(`word/media/${id}.png`, png)
  const links = pictures.map(({ id }) => `<Relationship Id="${id}" Type="${imageType}" Target="media/${id}.png"/>`).join('')
  zip.file(relations, text(relations).replace('</Relationships>', `${links}</Relationships>`))
  if (!/Extension="png"/i.test(text(types)))
    zip.file(types, text(types).replace(/(<Types[^>]*>)/, '$1<Default Extension="png" ContentType="image/png"/>'))
  return { ...fields, chung_chi: certificates.map((one, index) => ({ ...one, ma_qr: drawing(`rIdQr${index}`, index + 1) })) }
}

function drawing(relation: string, id: number): string {
  const picture = `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${id}" name="${relation}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${side}" cy="${side}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`
  return `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${side}" cy="${side}"/><wp:docPr id="${id}" name="${relation}" descr="Mã kiểm tra"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}

/** The code as a picture of black and white dots, one bit each. */
function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const width = size * dotsPerModule
  const rowBytes = Math.ceil(width / 8)
  const rows = data.flatMap((row) => {
    const bytes = Buffer.alloc(rowBytes + 1, 0xff)
    bytes[0] = 0 // no filter
    // A module is eight dots wide: one byte.
    for (const [x, isDark] of row.entries()) if (isDark) bytes[x + 1] = 0
    return Array.from({ length: dotsPerModule }, () => bytes)
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(width, 4)
  head[8] = 1 // bit a dot, grey
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
