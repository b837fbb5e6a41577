/**
 * What passwords are commonly made of, here and elsewhere: without diacritics, spaces, signs and digits, in small letters.
 * A password that is nothing but these, strung together or with a year behind them, is among the first to be tried; so are the examples of our own pages.
 */
export const commonParts: ReadonlySet<string> = new Set(
  `
  matkhau matkhaumoi matkhaucu mk pass password passwd passwort motdepasse pw secret letmein welcome login signin access
  admin administrator root user username guest test tester demo default changeme temp master super superuser system server
  quantri quantrivien nguoidung taikhoan dangnhap hethong maychu khach thu kiemtra thunghiem
  canbo congchuc vienchuc chuyenvien lanhdao truongphong phophong giamdoc chutich phochutich bithu phobithu vanthu ketoan
  tochuc banto banchuc noivu vanphong ubnd hdnd uyban nhandan huyenuy tinhuy thanhuy danguy dangbo dang uy dangvien
  congvien phong ban so cuc vu bo tinh huyen xa phuong thanh pho quan thitran thon ap kecan ke can
  vietnam vn hanoi saigon hochiminh hcm danang hue haiphong cantho nghean thanhhoa tuyenquang hagiang
  anh em yeu iloveyou loveyou love anhyeuem emyeuanh yeuem yeuanh vo chong con bo me bame ba ma giadinh nha congchua hoangtu
  xinchao chao hello hi abc abcd abcde abcdef abcxyz xyz qwe qwerty qwertyuiop qwer asd asdf asdfgh asdfghjkl zxc zxcv zxcvbn zxcvbnm
  qaz wsx edc qazwsx qazwsxedc aa aaa a q z aq
  dragon monkey football baseball sunshine princess shadow michael jordan superman batman trustno starwars pokemon freedom whatever
  bongda manchester arsenal barcelona realmadrid ronaldo messi
  nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly
  minh tuan hung dung nam hai long son thanh tung linh huong lan hoa mai trang thao hien nga thuy van thi
  spring summer autumn winter january february march april may june july august september october november december
  thang nam ngay mua xuan ha thu dong tet chucmungnammoi
  company office work email gmail yahoo zalo facebook google viettel vnpt mobifone windows microsoft samsung iphone computer internet
  caroleocaungaymua sevencarpsclimbatree
  ok no yes oi nhe ne day roi hoi lam viec tot khong
  `
    .trim()
    .split(/\s+/),
)

/** Rows of the keyboard and of the alphabet; whoever walks along them, forwards or backwards, is followed easily. */
export const walks: readonly string[] = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
]
