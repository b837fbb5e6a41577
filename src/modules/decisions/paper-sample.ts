import type { AnnexRow, Paper, PaperFamily, PaperHead, PaperKind } from './paper-data.ts'

/** Papers of invented people: what a template is tried on before it is taken, and what its preview shows. */
export function samplePaper(kind: PaperKind, family: PaperFamily): Paper {
  return samples[kind](family)
}

const samples: Record<PaperKind, (family: PaperFamily) => Paper> = {
  sending: (family) => ({
    kind: 'sending',
    data: {
      ...sampleHead(family, 15, 'QĐ'),
      subject: 'Cử cán bộ, công chức đi học lớp Trung cấp lý luận chính trị hệ không tập trung',
      articles: [
        'Cử 03 cán bộ, công chức có tên trong danh sách kèm theo đi học lớp Trung cấp lý luận chính trị hệ không tập trung, khóa 2026 - 2027, mở tại Trường Chính trị tỉnh Tuyên Quang, từ ngày 05 tháng 02 năm 2026.',
        'Cán bộ, công chức được cử đi học được hưởng các chế độ theo quy định hiện hành, chấp hành nội quy của nhà trường và báo cáo kết quả học tập với cơ quan quản lý khi kết thúc khóa học.',
        'Văn phòng, Phòng Văn hóa - Xã hội, thủ trưởng các cơ quan, đơn vị liên quan và các cán bộ, công chức có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.',
      ],
      annex: { title: 'Danh sách cán bộ, công chức được cử đi học lớp Trung cấp lý luận chính trị', rows: sampleRows, hasCost: true },
    },
  }),
  call_up: (family) => ({
    kind: 'call_up',
    data: {
      ...sampleHead(family, 7, 'GTT'),
      subject: 'Triệu tập học viên lớp Bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 4',
      bases: [],
      recipients: ['Như trên', 'Lưu: VT, VHXH'],
      to: ['Thủ trưởng các cơ quan, đơn vị', 'Các đồng chí có tên trong danh sách kèm theo'],
      paragraphs: [
        'Thực hiện Kế hoạch đào tạo, bồi dưỡng cán bộ, công chức năm 2026, trân trọng triệu tập các đồng chí có tên trong danh sách kèm theo dự lớp học như sau:',
      ],
      items: [
        { label: 'Thời gian', text: '05 ngày, khai mạc lúc 7 giờ 30 ngày 05 tháng 02 năm 2026' },
        { label: 'Địa điểm', text: 'Hội trường Ủy ban nhân dân xã Yên Sơn' },
        { label: 'Chế độ', text: 'Học viên được hỗ trợ tài liệu, tiền ăn theo quy định' },
      ],
      annex: { title: 'Danh sách học viên được triệu tập', rows: sampleRows },
    },
  }),
  plan: (family) => ({
    kind: 'plan',
    data: {
      ...sampleHead(family, 21, 'KH'),
      subject: 'Đào tạo, bồi dưỡng cán bộ, công chức, viên chức năm 2026',
      sections: [
        {
          heading: 'Mục đích, yêu cầu',
          paragraphs: [
            'Bảo đảm cán bộ, công chức đạt tiêu chuẩn của chức danh đang giữ và chức danh được quy hoạch.',
            'Cử đúng đối tượng, đúng vị trí việc làm; sử dụng kinh phí đúng mục đích, tiết kiệm.',
          ],
        },
        { heading: 'Nội dung', paragraphs: ['Các lớp, chỉ tiêu và kinh phí theo biểu kèm theo Kế hoạch này.'] },
        {
          heading: 'Tổ chức thực hiện',
          paragraphs: [
            'Phòng Văn hóa - Xã hội chủ trì, phối hợp với các cơ quan, đơn vị liên quan tổ chức thực hiện; báo cáo kết quả trước ngày 15 tháng 12 năm 2026.',
          ],
        },
      ],
      table: {
        title: 'Biểu chi tiết các lớp đào tạo, bồi dưỡng năm 2026',
        rows: [
          {
            course: 'Trung cấp lý luận chính trị',
            audience: 'Cán bộ, công chức cấp xã',
            seats: 40,
            when: 'Quý I',
            where: 'Trường Chính trị tỉnh',
            budget: 'Ngân sách xã',
            cost: 420_000_000,
          },
          {
            course: 'Bồi dưỡng ngạch chuyên viên',
            audience: 'Công chức cấp xã',
            seats: 25,
            when: 'Quý II',
            where: 'Trường Chính trị tỉnh',
            budget: 'Ngân sách tỉnh',
            cost: 162_500_000,
          },
          {
            course: 'Bồi dưỡng kiến thức quốc phòng và an ninh đối tượng 4',
            audience: 'Cán bộ không chuyên trách',
            seats: 120,
            when: 'Quý III',
            where: 'Trung tâm hội nghị xã',
            budget: 'Ngân sách xã',
            cost: 96_000_000,
          },
        ],
      },
    },
  }),
  repayment: (family) => ({
    kind: 'repayment',
    data: {
      ...sampleHead(family, 128, 'QĐ'),
      subject: 'Đền bù chi phí đào tạo đối với bà Ma Thị Ánh',
      person: {
        fullName: 'Ma Thị Ánh',
        bornOn: '14/08/1988',
        postAndUnit: 'Nguyên chuyên viên Phòng Văn hóa - Xã hội',
        course: 'Thạc sĩ Quản lý công, hình thức chính quy',
      },
      costs: [
        { text: 'Học phí 04 học kỳ', voucher: 'PC 112, 245/2022; 087, 301/2023', amount: 48_000_000 },
        { text: 'Tài liệu học tập', voucher: 'PC 131/2022', amount: 4_500_000 },
        { text: 'Hỗ trợ đi lại, thuê chỗ nghỉ', voucher: 'PC 150/2022; 118/2023', amount: 7_500_000 },
      ],
      total: 60_000_000,
      committedMonths: 72,
      servedMonths: 30,
      repaid: 35_000_000,
      isWhole: false,
      reason: 'Tự nguyện xin thôi việc khi chưa đủ thời gian phục vụ theo cam kết',
      articles: [
        'Bà Ma Thị Ánh, nguyên chuyên viên Phòng Văn hóa - Xã hội, có trách nhiệm đền bù chi phí đào tạo là 35.000.000 đồng (Ba mươi lăm triệu đồng), theo bảng tính kèm theo.',
        'Số tiền nêu tại Điều 1 được nộp vào tài khoản của cơ quan chi trả trong thời hạn ghi tại thông báo kèm theo Quyết định này.',
        'Văn phòng, Phòng Văn hóa - Xã hội, Phòng Kinh tế và bà Ma Thị Ánh chịu trách nhiệm thi hành Quyết định này.',
      ],
    },
  }),
  certificate: (family) => {
    const { place, issuedOn, year, signature } = sampleHead(family, 1, 'QĐ')
    const superior = family === 'state' ? null : 'Tỉnh ủy Tuyên Quang'
    const issuer = 'Trường Chính trị tỉnh Tuyên Quang'
    return {
      kind: 'certificate',
      data: {
        superior,
        issuer,
        place,
        issuedOn,
        year,
        signature: { ...signature, authority: null, of: null, second: null, title: 'Hiệu trưởng' },
        certificates: [
          {
            title: 'Chứng chỉ',
            fullName: 'Nông Thị Hương Giang',
            bornOn: '02/09/1990',
            bornAt: 'Yên Sơn, Tuyên Quang',
            postAndUnit: 'Phó Chủ tịch Ủy ban nhân dân xã Yên Sơn',
            course: 'Bồi dưỡng lãnh đạo, quản lý cấp xã',
            className: 'K12-2026',
            from: '2026-01-05',
            to: '2026-02-13',
            grade: 'Giỏi',
            number: '0147/2026',
            registerNumber: '147/LĐX',
            checkCode: 'YS7K-2M9P-QX4D',
            checkAddress: 'https://kecan.example/verify/YS7K2M9PQX4D',
          },
        ],
      },
    }
  },
}

function sampleHead(family: PaperFamily, ordinal: number, sort: string): PaperHead {
  const number = String(ordinal).padStart(2, '0')
  const shared = { place: 'Yên Sơn', issuedOn: '2026-01-05', year: 2026, subject: '' }
  if (family === 'party') {
    return {
      ...shared,
      superior: 'Đảng bộ tỉnh Tuyên Quang',
      issuer: 'Đảng ủy xã Yên Sơn',
      code: `${number}-${sort}/ĐU`,
      symbol: `${sort}/ĐU`,
      decider: 'Ban Thường vụ Đảng ủy xã Yên Sơn',
      bases: [
        'Căn cứ Điều lệ Đảng Cộng sản Việt Nam',
        'Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã',
        'Xét đề nghị của Ban Xây dựng Đảng',
      ],
      signature: { authority: 'T/M', of: 'Ban Thường vụ', second: null, title: 'Phó Bí thư', name: 'Hoàng Văn Thắng' },
      recipients: [
        'Ban Tổ chức Tỉnh ủy (để báo cáo)',
        'Các cơ quan, đơn vị liên quan',
        'Các đồng chí có tên trong danh sách',
        'Lưu Văn phòng, Ban Xây dựng Đảng',
      ],
    }
  }
  return {
    ...shared,
    superior: null,
    issuer: 'Ủy ban nhân dân xã Yên Sơn',
    code: `${number}/${sort}-UBND`,
    symbol: `${sort}-UBND`,
    decider: 'Chủ tịch Ủy ban nhân dân xã Yên Sơn',
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương',
      'Căn cứ Nghị định số 171/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ quy định về đào tạo, bồi dưỡng công chức',
      'Theo đề nghị của Trưởng phòng Văn hóa - Xã hội',
    ],
    signature: { authority: 'KT.', of: 'Chủ tịch', second: null, title: 'Phó Chủ tịch', name: 'Lò Văn An' },
    recipients: ['Như Điều 3', 'Sở Nội vụ (báo cáo)', 'Chủ tịch, các Phó Chủ tịch UBND xã', 'Lưu: VT, VHXH'],
  }
}

const sampleRows: AnnexRow[] = [
  {
    fullName: 'Ma Thị Ánh',
    bornOn: '14/08/1988',
    postAndUnit: 'Chuyên viên Phòng Văn hóa - Xã hội',
    course: 'Trung cấp lý luận chính trị',
    className: 'K45',
    notes: '',
    cost: 10_500_000,
  },
  {
    fullName: 'Nguyễn Khắc Hiếu',
    bornOn: '1985',
    postAndUnit: 'Chủ tịch Hội Nông dân xã Yên Sơn',
    course: 'Trung cấp lý luận chính trị',
    className: 'K45',
    notes: 'Dân tộc Mông',
    cost: 11_200_000,
  },
  {
    fullName: 'Phùng Đức Quyền',
    bornOn: '03/1990',
    postAndUnit: 'Chuyên viên Phòng Văn hóa - Xã hội',
    course: 'Trung cấp lý luận chính trị',
    className: 'K45',
    notes: '',
    cost: 10_500_000,
  },
]
