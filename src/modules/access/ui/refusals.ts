import type { RefusalSentence } from '#web/kit/refusal-text.ts'
import { signOnRefusals } from './sign-on-refusals.ts'

export const refusals: Record<string, RefusalSentence> = {
  ...signOnRefusals,
  'changed-meanwhile': () => ({
    vi: 'Có người vừa ghi cùng lúc vào đó; hãy làm lại.',
    en: 'Someone else wrote to the same at that moment; please try again.',
  }),
  'sign-in-failed': ({ seconds }) => ({
    vi: `Tên đăng nhập hoặc mật khẩu không đúng.${againVi(seconds)}`,
    en: `The user name or the password is wrong.${againEn(seconds)}`,
  }),
  'sign-in-wait': ({ seconds }) => ({
    vi: `Đã nhập sai nhiều lần.${againVi(seconds)} Cần vào ngay thì nhờ người quản trị mở khóa.`,
    en: `Too many wrong attempts.${againEn(seconds)} If it cannot wait, ask the administrator to unlock it.`,
  }),
  'sign-in-again': () => ({
    vi: 'Bước nhập mã đã quá 10 phút. Hãy đăng nhập lại từ đầu.',
    en: 'The time for the code has run out. Sign in again from the beginning.',
  }),
  'code-wrong': ({ seconds }) => ({
    vi: `Mã không đúng, đã dùng hoặc đã hết hạn. Nhập mã đang hiện.${againVi(seconds)}`,
    en: `The code is wrong, used up or out of date. Type the one shown now.${againEn(seconds)}`,
  }),
  'second-factor-needed': () => ({
    vi: 'Vai trò của tài khoản này phải dùng xác thực hai lớp. Hãy bật trước khi làm việc.',
    en: 'The role of this account asks for a second factor. Set it up before you work.',
  }),
  'second-factor-on': () => ({ vi: 'Xác thực hai lớp đã bật rồi.', en: 'The second factor is on already.' }),
  'second-factor-off': () => ({ vi: 'Tài khoản chưa bật xác thực hai lớp.', en: 'The account has no second factor.' }),
  'second-factor-not-begun': () => ({
    vi: 'Chưa có mã QR nào đang chờ xác nhận. Hãy bắt đầu lại.',
    en: 'No QR code waits to be confirmed. Begin again.',
  }),
  'second-factor-required': () => ({
    vi: 'Vai trò của tài khoản này phải dùng xác thực hai lớp nên không tắt được.',
    en: 'The role of this account asks for a second factor; it cannot be turned off.',
  }),
  'second-factor-unreadable': () => ({
    vi: 'Máy chủ đã đổi khóa bí mật nên không kiểm được mã của ứng dụng. Dùng mã dự phòng, hoặc nhờ người quản trị đặt lại xác thực hai lớp.',
    en: 'The server’s secret key has changed, so codes of the app cannot be checked. Use a recovery code, or ask the administrator to reset the second factor.',
  }),
  'own-second-factor': () => ({
    vi: 'Xác thực hai lớp của mình thì tắt ở trang Tài khoản của tôi.',
    en: 'One’s own second factor is turned off on the page My account.',
  }),
  'account-not-locked': () => ({ vi: 'Tài khoản không bị tạm khóa.', en: 'The account is not locked.' }),
  'session-id': () => ({ vi: 'Chưa mở được phiên. Hãy đăng nhập lại.', en: 'The session could not be opened. Sign in again.' }),
  'account-name-taken': () => ({ vi: 'Tên đăng nhập này đã có.', en: 'This user name is taken.' }),
  'role-granted-once': () => ({
    vi: 'Tài khoản đã có vai trò này trên đơn vị này.',
    en: 'The account already has this role on this unit.',
  }),
  'own-administration': () => ({ vi: 'Không tự thôi vai trò quản trị của mình.', en: 'One does not end one’s own administration.' }),
  'own-account': () => ({ vi: 'Không tự khóa tài khoản của mình.', en: 'One does not close one’s own account.' }),
  'password-wrong': ({ seconds }) => ({
    vi: `Mật khẩu hiện tại không đúng.${againVi(seconds)}`,
    en: `The present password is wrong.${againEn(seconds)}`,
  }),
  'password-too-short': ({ least }) => ({
    vi: `Mật khẩu cần ít nhất ${String(least)} ký tự.`,
    en: `A password needs ${String(least)} signs or more.`,
  }),
  'password-too-long': ({ most }) => ({
    vi: `Mật khẩu dài quá ${String(most)} ký tự.`,
    en: `A password has ${String(most)} signs at most.`,
  }),
  'password-too-common': () => ({
    vi: 'Mật khẩu này dễ đoán: nhiều người dùng, hoặc chỉ gồm dãy số, dãy phím. Hãy ghép vài từ không liên quan với nhau.',
    en: 'This password is easily guessed: many people take it, or it is but a row of digits or keys. Put a few unrelated words together.',
  }),
  'password-has-name': () => ({
    vi: 'Mật khẩu này chỉ gồm tên người, tên đơn vị và số. Hãy ghép vài từ không liên quan với nhau.',
    en: 'This password is but the name of the person or the unit with digits. Put a few unrelated words together.',
  }),
  'password-change-needed': () => ({
    vi: 'Mật khẩu này do quản trị đặt. Hãy đổi mật khẩu trước khi làm việc.',
    en: 'This password was set by the administrator. Change it before you work.',
  }),
  'password-same': () => ({ vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }),
}

function againVi(seconds: unknown): string {
  const [minutes, left] = spanOf(seconds)
  return left === 0 ? '' : ` Thử lại sau ${minutes > 0 ? `${minutes} phút` : `${left} giây`}.`
}

function againEn(seconds: unknown): string {
  const [minutes, left] = spanOf(seconds)
  return left === 0 ? '' : ` Try again in ${minutes > 0 ? `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}` : `${left} seconds`}.`
}

/** Whole minutes from one minute on, and the seconds; nothing to wait for is 0. */
function spanOf(seconds: unknown): [minutes: number, seconds: number] {
  const left = typeof seconds === 'number' ? seconds : 0
  return [left < 60 ? 0 : Math.ceil(left / 60), left]
}
