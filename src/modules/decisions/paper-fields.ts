import { groupedText, moneyText, moneyWords } from '#lib/money-words.ts'
import { cleanLines, cleanText } from '#lib/vietnamese-names.ts'
import type { Annex, Paper, PaperFamily, PaperHead, PlanPaper } from './paper-data.ts'
import { certificateFields, repaymentFields, signatureFields, type Fields } from './paper-fields-more.ts'
import { basisText, bodyText, capitals, codeText, dateText, deciderOf, ended, onSubject, placeText } from './paper-words.ts'

/** What the kind is called where the paper does not say otherwise. */
const typeNames = { sending: 'Quyết định', call_up: 'Giấy triệu tập', plan: 'Kế hoạch', repayment: 'Quyết định' }

/** All that a template can put in its places, by the tags that offices write. Text only: nothing in it can be code. */
export function fieldsOf({ kind, data }: Paper, family: PaperFamily): Fields {
  if (kind === 'certificate') return certificateFields(data)
  const typeName = data.typeName ?? typeNames[kind]
  const head = headFields(data, family, typeName)
  const attached = attachedText(data, family, typeName)
  if (kind === 'sending') return { ...head, dieu: articles(data.articles), ...annexFields(data.annex, attached) }
  if (kind === 'plan') return { ...head, ...planFields(data, attached) }
  if (kind === 'repayment') return { ...head, dieu: articles(data.articles), kem_theo: attached, ...repaymentFields(data) }
  return {
    ...head,
    kinh_gui: ended(data.to, ';', '.').map((dong) => ({ dong })),
    doan: paragraphs(data.paragraphs),
    muc: data.items.map(({ label, text }) => ({ nhan: cleanText(label).replace(/:$/, ''), noi_dung: cleanLines(text) })),
    co_danh_sach: data.annex !== null,
    ...annexFields(data.annex ?? { title: '', rows: [] }, attached),
  }
}

function headFields(data: PaperHead & { articles?: string[] }, family: PaperFamily, typeName: string): Fields {
  const subject = onSubject(data.subject)
  return {
    co_quan_cap_tren: bodyText(data.superior ?? ''),
    co_quan: bodyText(data.issuer),
    so_ky_hieu: codeText(data, family),
    dia_danh: placeText(data.place),
    ngay_thang: dateText(data.issuedOn, data.year),
    ten_loai: capitals(typeName),
    trich_yeu: cleanText(data.subject),
    ve_viec: `${family === 'state' ? 'Về việc' : 'về việc'} ${subject}`,
    tham_quyen: capitals(data.decider ?? (data.articles ? deciderOf(data, family) : '')),
    // The Party's last basis runs on into 'quyết định'.
    can_cu: ended(data.bases.map(basisText), ';', family === 'party' && data.articles ? ',' : '.').map((dong) => ({ dong })),
    ...signatureFields(data.signature),
    noi_nhan: ended(data.recipients, family === 'state' ? ';' : ',', '.').map((dong) => ({ dong })),
  }
}

/** '(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026 của …)', without the brackets. */
function attachedText(data: PaperHead, family: PaperFamily, typeName: string): string {
  const type = typeName.charAt(0).toLocaleUpperCase('vi') + typeName.slice(1).toLocaleLowerCase('vi')
  return `Kèm theo ${type} số ${codeText(data, family)} ${dateText(data.issuedOn, data.year)} của ${cleanText(data.decider ?? data.issuer)}`
}

function articles(texts: readonly string[]): Fields[] {
  return texts.map((text, index) => ({
    so: String(index + 1),
    noi_dung: cleanLines(text)
      .replace(/^điều\s+\d+\s*[.:]\s*/iu, '')
      .replaceAll('\n', ' '),
  }))
}

function paragraphs(texts: readonly string[]): Fields[] {
  return texts.map((text) => ({ noi_dung: cleanText(text) })).filter(({ noi_dung }) => noi_dung !== '')
}

function annexFields({ title, rows, hasCost = false }: Annex, attached: string): Fields {
  const sum = rows.reduce((total, { cost }) => total + (cost ?? 0), 0)
  return {
    phu_luc_ten: capitals(title),
    kem_theo: attached,
    danh_sach: rows.map((row, index) => ({
      stt: String(index + 1),
      ho_ten: cleanText(row.fullName),
      ngay_sinh: cleanText(row.bornOn),
      chuc_vu_don_vi: cleanText(row.postAndUnit),
      khoa_hoc: cleanText(row.course),
      lop: cleanText(row.className),
      kinh_phi: row.cost === null || row.cost === undefined ? '' : groupedText(row.cost),
      ghi_chu: cleanText(row.notes),
    })),
    so_nguoi: groupedText(rows.length),
    co_kinh_phi: hasCost,
    tong_kinh_phi: moneyText(sum),
    tong_kinh_phi_so: groupedText(sum),
    tong_kinh_phi_bang_chu: moneyWords(sum),
  }
}

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']

function planFields({ sections, table }: PlanPaper, attached: string): Fields {
  const sum = table.rows.reduce((total, { cost }) => total + cost, 0)
  return {
    phan: sections.map(({ heading, paragraphs: texts }, index) => ({
      so: romans[index] ?? String(index + 1),
      tieu_de: capitals(heading),
      doan: paragraphs(texts),
    })),
    phu_luc_ten: capitals(table.title),
    kem_theo: attached,
    dong_ke_hoach: table.rows.map((row, index) => ({
      stt: String(index + 1),
      khoa_hoc: cleanText(row.course),
      doi_tuong: cleanText(row.audience),
      so_nguoi: groupedText(row.seats),
      thoi_gian: cleanText(row.when),
      dia_diem: cleanText(row.where),
      nguon: cleanText(row.budget),
      kinh_phi: groupedText(row.cost),
    })),
    tong_so_nguoi: groupedText(table.rows.reduce((total, { seats }) => total + seats, 0)),
    tong_kinh_phi: moneyText(sum),
    tong_kinh_phi_so: groupedText(sum),
    tong_kinh_phi_bang_chu: moneyWords(sum),
  }
}
