import type { ISectionOptions, Paragraph, Table } from 'docx'
import type { PaperFamily, PaperKind } from '#modules/decisions/paper-data.ts'
import { certificate } from './certificate.node.ts'
import { after, annexTitle, head, title } from './heads.node.ts'
import { landscape, portrait } from './pages.node.ts'
import { body, centred, columns, each, line, listTable, signing, type Column } from './parts.node.ts'

type Block = Paragraph | Table

/** The program's own Word templates, a section for each kind of sheet. */
export const layouts: Record<PaperKind, (family: PaperFamily) => ISectionOptions[]> = {
  sending: (family) => [
    portrait([...decision(family), signing(family)]),
    landscape([
      ...annexTitle(257),
      ...each('co_kinh_phi', listTable('danh_sach', withCost, { label: 'Cộng', span: 6, values: ['{tong_kinh_phi_so}', ''] })),
      ...['{^co_kinh_phi}'].map((tag) => line(tag)),
      listTable('danh_sach', withoutCost),
      line('{/co_kinh_phi}'),
      line('Danh sách gồm {so_nguoi} người.', { before: 6 }),
      ...each('co_kinh_phi', line('Tổng kinh phí: {tong_kinh_phi} ({tong_kinh_phi_bang_chu}).')),
    ]),
  ],
  call_up: (family) => [
    portrait([
      ...head(family),
      ...title(family, '{ve_viec}'),
      columns(
        { width: 60, blocks: [line('Kính gửi:', { align: 'right', after: 6 })] },
        { width: 105, blocks: each('kinh_gui', line(' - {dong}')) },
      ),
      after(),
      ...each('doan', body('{noi_dung}')),
      ...each('muc', body('**- {nhan}:** {noi_dung}')),
      after(),
      signing(family),
      ...each(
        'co_danh_sach',
        ...annexTitle(165, true),
        listTable('danh_sach', called),
        line('Danh sách gồm {so_nguoi} người.', { before: 6 }),
      ),
    ]),
  ],
  plan: (family) => [
    portrait([
      ...head(family),
      ...title(family, '{trich_yeu}'),
      ...bases(family),
      ...each('phan', body('**{so}. {tieu_de}**'), ...each('doan', body('{noi_dung}'))),
      after(),
      signing(family),
    ]),
    landscape([
      ...annexTitle(257),
      listTable('dong_ke_hoach', planned, { label: 'Tổng cộng', span: 3, values: ['{tong_so_nguoi}', '', '', '', '{tong_kinh_phi_so}'] }),
      line('Tổng kinh phí: {tong_kinh_phi} ({tong_kinh_phi_bang_chu}).', { before: 6 }),
    ]),
  ],
  repayment: (family) => [portrait([...decision(family), signing(family)]), portrait([...annexTitle(165), ...repaid()])],
  certificate: (family) => certificate(family),
}

function bases(family: PaperFamily): Block[] {
  return each('can_cu', family === 'state' ? body('{dong}', { italics: true }) : body('- {dong}'))
}

/** Head, who decides by what law, and the articles. */
function decision(family: PaperFamily): Block[] {
  const decider = each(
    'tham_quyen',
    centred('{tham_quyen}', { bold: true, before: family === 'state' ? 0 : 4, after: family === 'state' ? 6 : 0 }),
  )
  const decides =
    family === 'state'
      ? [centred('QUYẾT ĐỊNH:', { bold: true, before: 4, after: 8 })]
      : [...decider, centred('QUYẾT ĐỊNH', { bold: true, after: 8 })]
  return [
    ...head(family),
    ...title(family, '{ve_viec}'),
    ...(family === 'state' ? decider : []),
    ...bases(family),
    ...decides,
    ...each('dieu', body('**Điều {so}.** {noi_dung}')),
    after(),
  ]
}

function repaid(): Block[] {
  const costs: Column[] = [
    { title: 'STT', width: 11, tag: 'stt', align: 'center' },
    { title: 'Khoản chi', width: 60, tag: 'noi_dung' },
    { title: 'Chứng từ', width: 58, tag: 'chung_tu' },
    { title: 'Số tiền (đồng)', width: 36, tag: 'so_tien', align: 'right' },
  ]
  const plain = { first: false }
  return [
    body('Họ và tên: **{ho_ten}**', plain),
    body('Ngày, tháng, năm sinh: {ngay_sinh}', plain),
    body('Chức vụ, đơn vị công tác: {chuc_vu_don_vi}', plain),
    body('Khóa đào tạo: {khoa_hoc}', plain),
    body('Lý do đền bù: {ly_do}', plain),
    body('**1. Chi phí đã chi cho khóa đào tạo**', plain),
    listTable('chi_phi', costs, { label: 'Cộng (F)', span: 3, values: ['{tong_chi_phi_so}'] }),
    body('**2. Chi phí phải đền bù**', { ...plain, before: 8 }),
    ...each(
      'den_bu_mot_phan',
      centred('S = (F / T1) × (T1 − T2)', { bold: true, after: 6 }),
      body('- F là tổng chi phí của khóa đào tạo: {tong_chi_phi};', plain),
      body('- T1 là thời gian phải phục vụ theo cam kết: {thang_cam_ket} tháng;', plain),
      body('- T2 là thời gian đã phục vụ sau đào tạo: {thang_da_lam} tháng (còn thiếu {thang_con_lai} tháng).', plain),
      centred('S = {cong_thuc}', { after: 6 }),
    ),
    line('{^den_bu_mot_phan}'),
    body('Phải đền bù toàn bộ chi phí đào tạo (100%): S = F = {so_tien_den_bu}.', plain),
    line('{/den_bu_mot_phan}'),
    body('Số tiền phải đền bù: **{so_tien_den_bu}** ({so_tien_bang_chu}).', plain),
  ]
}

const person: Column[] = [
  { title: 'STT', width: 11, tag: 'stt', align: 'center' },
  { title: 'Họ và tên', width: 42, tag: 'ho_ten' },
  { title: 'Ngày, tháng, năm sinh', width: 25, tag: 'ngay_sinh', align: 'center' },
]
const withCost: Column[] = [
  ...person,
  { title: 'Chức vụ, đơn vị công tác', width: 62, tag: 'chuc_vu_don_vi' },
  { title: 'Khóa đào tạo, bồi dưỡng', width: 45, tag: 'khoa_hoc' },
  { title: 'Lớp', width: 18, tag: 'lop', align: 'center' },
  { title: 'Kinh phí (đồng)', width: 30, tag: 'kinh_phi', align: 'right' },
  { title: 'Ghi chú', width: 24, tag: 'ghi_chu' },
]
const withoutCost: Column[] = [
  ...person,
  { title: 'Chức vụ, đơn vị công tác', width: 78, tag: 'chuc_vu_don_vi' },
  { title: 'Khóa đào tạo, bồi dưỡng', width: 53, tag: 'khoa_hoc' },
  { title: 'Lớp', width: 20, tag: 'lop', align: 'center' },
  { title: 'Ghi chú', width: 28, tag: 'ghi_chu' },
]
const called: Column[] = [
  ...person,
  { title: 'Chức vụ, đơn vị công tác', width: 60, tag: 'chuc_vu_don_vi' },
  { title: 'Ghi chú', width: 27, tag: 'ghi_chu' },
]
const planned: Column[] = [
  { title: 'STT', width: 11, tag: 'stt', align: 'center' },
  { title: 'Khóa, lớp', width: 60, tag: 'khoa_hoc' },
  { title: 'Đối tượng', width: 44, tag: 'doi_tuong' },
  { title: 'Số người', width: 18, tag: 'so_nguoi', align: 'right' },
  { title: 'Thời gian', width: 25, tag: 'thoi_gian' },
  { title: 'Địa điểm', width: 36, tag: 'dia_diem' },
  { title: 'Nguồn kinh phí', width: 29, tag: 'nguon' },
  { title: 'Kinh phí (đồng)', width: 34, tag: 'kinh_phi', align: 'right' },
]
