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
  my you me one two three four five six seven eight nine ten zero first number
  khongbiet khongbietgi khongnho quenroi sinhvien hocsinh truonghoc giaovien congnghe tinhoc
  baby babygirl babyboy girl boy lady man men woman mother father mom dad sister brother family friend friends forever always never life live lovely sweet sweety honey heart happy
  angel angels devil heaven hell jesus christ god bless faith hope peace star stars moon sun sky blue red green black white pink purple orange yellow silver gold golden diamond crystal
  cat dog bird fish lion tiger bear wolf eagle horse rabbit butterfly kitty puppy mouse panda snake spider turtle dolphin elephant
  chocolate cookie cookies banana apple cherry strawberry peanut pepper ginger coffee cheese pizza candy sugar butter flower rose lily daisy
  basketball soccer hockey tennis golf baseball softball volleyball liverpool chelsea united city juventus bayern yankees cowboys lakers steelers eagles rangers redsox raiders packers giants bulls
  fc club team player playstation nintendo xbox gamer game games gaming minecraft roblox fortnite warcraft counterstrike naruto goku vegeta pikachu zelda mario sonic
  metallica slipknot eminem nirvana beatles blink greenday linkinpark music guitar rock rap hiphop dance
  mustang ferrari porsche mercedes toyota honda yamaha suzuki harley corvette camaro chevy jeep nissan bmw audi ford
  james john robert william david richard thomas charles charlie daniel matthew anthony mark steven andrew joshua kevin brian george edward jason jeffrey ryan jacob nicholas eric jonathan
  christopher chris alexander alex benjamin samuel sam justin brandon tyler austin dylan nathan adam patrick peter martin henry oscar victor leonardo antonio carlos jose juan miguel
  mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra ashley emily amanda melissa michelle nicole laura stephanie rebecca rachel samantha
  hannah megan anna maria natalie victoria vanessa danielle alexandra olivia sophie chloe sabrina jasmine tiffany amber crystal
  unknown nothing something anything everything none null private mine default temporary new old good bad best great cool hot sexy big little small super ultra mega pro hacker hack matrix ninja
  killer hunter ranger soldier warrior samurai pirate rocket phoenix legend hero king queen prince knight wizard magic merlin gandalf
  google gmail hotmail outlook facebook instagram twitter tiktok youtube amazon apple android linux ubuntu oracle cisco dell lenovo asus acer nokia sony panasonic
  america usa canada england london paris france germany berlin italy spain madrid brazil mexico china japan tokyo korea seoul india australia asia europe
  summertime christmas halloween birthday newyear lunar
  monday tuesday wednesday thursday friday saturday sunday
  access admins root toor pass key keys lock unlock open close start stop enter exit go data base server host local net web site internet online manager staff user users member
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
