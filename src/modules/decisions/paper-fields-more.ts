import { formatDay } from '#lib/days.ts'
import { groupedText, moneyText, moneyWords } from '#lib/money-words.ts'
import { cleanText } from '#lib/vietnamese-names.ts'
import type { Certificate, CertificatePaper, RepaymentPaper, Signature } from './paper-data.ts'
import { bodyText, capitals, dateText, placeText, powerLines } from './paper-words.ts'

export type Fields = { [tag: string]: string | boolean | Fields[] }

export function signatureFields(signature: Signature): Fields {
  return {
    quyen_han: powerLines(signature).map((dong) => ({ dong })),
    chuc_vu_ky: capitals(signature.title),
    nguoi_ky: cleanText(signature.name),
  }
}

export function repaymentFields(data: RepaymentPaper): Fields {
  const { person, costs, total, committedMonths, servedMonths, repaid, isWhole } = data
  const leftMonths = committedMonths - servedMonths
  return {
    phu_luc_ten: capitals(data.annexTitle ?? 'Bảng tính chi phí đền bù'),
    ho_ten: cleanText(person.fullName),
    ngay_sinh: cleanText(person.bornOn),
    chuc_vu_don_vi: cleanText(person.postAndUnit),
    khoa_hoc: cleanText(person.course),
    ly_do: cleanText(data.reason),
    chi_phi: costs.map(({ text, voucher, amount }, index) => ({
      stt: String(index + 1),
      noi_dung: cleanText(text),
      chung_tu: cleanText(voucher),
      so_tien: groupedText(amount),
    })),
    tong_chi_phi: moneyText(total),
    tong_chi_phi_so: groupedText(total),
    den_bu_mot_phan: !isWhole,
    thang_cam_ket: String(committedMonths),
    thang_da_lam: String(servedMonths),
    thang_con_lai: String(leftMonths),
    cong_thuc: `${groupedText(total)} / ${committedMonths} × (${committedMonths} − ${servedMonths}) = ${moneyText(repaid)}`,
    so_tien_den_bu: moneyText(repaid),
    so_tien_bang_chu: moneyWords(repaid),
  }
}

export function certificateFields(data: CertificatePaper): Fields {
  return {
    co_quan_cap_tren: bodyText(data.superior ?? ''),
    co_quan: bodyText(data.issuer),
    nguoi_cap: capitals(`${data.signature.title} ${data.issuer}`),
    dia_danh: placeText(data.place),
    ngay_thang: dateText(data.issuedOn, data.year),
    ...signatureFields(data.signature),
    chung_chi: data.certificates.map((one, index) => ({ la_to_sau: index > 0, ...fieldsOfCertificate(one) })),
  }
}

function fieldsOfCertificate(one: Certificate): Fields {
  return {
    tieu_de: capitals(one.title),
    ho_ten: cleanText(one.fullName),
    ngay_sinh: cleanText(one.bornOn),
    noi_sinh: cleanText(one.bornAt ?? ''),
    chuc_vu_don_vi: cleanText(one.postAndUnit),
    khoa_hoc: cleanText(one.course),
    lop: cleanText(one.className),
    thoi_gian: spanText(one),
    xep_loai: cleanText(one.grade ?? ''),
    so_hieu: cleanText(one.number),
    so_vao_so: cleanText(one.registerNumber),
    ma_kiem_tra: cleanText(one.checkCode),
    dia_chi_kiem_tra: one.checkAddress,
  }
}

function spanText({ from, to }: Certificate): string {
  if (!from || !to) return ''
  return from === to ? `ngày ${formatDay(from)}` : `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`
}
