export type Province = { code: string; name: string; from: string | null; to: string | null }

const merged = '2025-07-01'

/** The 63 provinces to 30/6/2025 (S71); with a 0 before it the code begins every personal ID number (S124), also after the mergers. */
export const provinces63: readonly Province[] = listed(
  '01 Hà Nội·02 Hà Giang·04 Cao Bằng·06 Bắc Kạn·08 Tuyên Quang·10 Lào Cai·11 Điện Biên·12 Lai Châu·14 Sơn La·15 Yên Bái·17 Hòa Bình·19 Thái Nguyên·20 Lạng Sơn·22 Quảng Ninh·24 Bắc Giang·25 Phú Thọ·26 Vĩnh Phúc·27 Bắc Ninh·30 Hải Dương·31 Hải Phòng·33 Hưng Yên·34 Thái Bình·35 Hà Nam·36 Nam Định·37 Ninh Bình·38 Thanh Hóa·40 Nghệ An·42 Hà Tĩnh·44 Quảng Bình·45 Quảng Trị·46 Thừa Thiên Huế·48 Đà Nẵng·49 Quảng Nam·51 Quảng Ngãi·52 Bình Định·54 Phú Yên·56 Khánh Hòa·58 Ninh Thuận·60 Bình Thuận·62 Kon Tum·64 Gia Lai·66 Đắk Lắk·67 Đắk Nông·68 Lâm Đồng·70 Bình Phước·72 Tây Ninh·74 Bình Dương·75 Đồng Nai·77 Bà Rịa – Vũng Tàu·79 Thành phố Hồ Chí Minh·80 Long An·82 Tiền Giang·83 Bến Tre·84 Trà Vinh·86 Vĩnh Long·87 Đồng Tháp·89 An Giang·91 Kiên Giang·92 Cần Thơ·93 Hậu Giang·94 Sóc Trăng·95 Bạc Liêu·96 Cà Mau',
  null,
  merged,
)

/** The 34 provinces from 1/7/2025 (S70). Codes change owner: 15 was Yên Bái and is Lào Cai. */
export const provinces34: readonly Province[] = listed(
  '01 Hà Nội·04 Cao Bằng·08 Tuyên Quang·11 Điện Biên·12 Lai Châu·14 Sơn La·15 Lào Cai·19 Thái Nguyên·20 Lạng Sơn·22 Quảng Ninh·24 Bắc Ninh·25 Phú Thọ·31 Hải Phòng·33 Hưng Yên·37 Ninh Bình·38 Thanh Hóa·40 Nghệ An·42 Hà Tĩnh·44 Quảng Trị·46 Huế·48 Đà Nẵng·51 Quảng Ngãi·52 Gia Lai·56 Khánh Hòa·66 Đắk Lắk·68 Lâm Đồng·75 Đồng Nai·79 Thành phố Hồ Chí Minh·80 Tây Ninh·82 Đồng Tháp·86 Vĩnh Long·91 An Giang·92 Cần Thơ·96 Cà Mau',
  merged,
  null,
)

/** What the first three digits of a personal ID number can be: unchanged by the mergers. */
export const registrationCodes: ReadonlySet<string> = new Set(provinces63.map(({ code }) => `0${code}`))

/** Where a birth was registered, by the first three digits of the number. */
export function registrationProvince(threeDigits: string): Province | undefined {
  return provinces63.find(({ code }) => `0${code}` === threeDigits)
}

/** The provinces as they were on a day. */
export function provincesOn(day: string): readonly Province[] {
  return day < merged ? provinces63 : provinces34
}

function listed(text: string, from: string | null, to: string | null): Province[] {
  return text.split('·').map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3), from, to }))
}
