import type { RefusalSentence } from '#web/kit/refusal-text.ts'

export const refusals: Record<string, RefusalSentence> = {
  'changed-meanwhile': () => ({
    vi: 'Có người vừa ghi cùng lúc vào đó; hãy làm lại.',
    en: 'Someone else wrote to the same at that moment; please try again.',
  }),
  'sign-in-failed': () => ({ vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The user name or the password is wrong.' }),
  'account-locked': () => ({
    vi: 'Tài khoản tạm khóa vì nhập sai nhiều lần. Thử lại sau 15 phút hoặc nhờ quản trị đặt lại mật khẩu.',
    en: 'The account is locked for a while after many wrong attempts. Try again in 15 minutes or ask the administrator to reset the password.',
  }),
  'account-name-taken': () => ({ vi: 'Tên đăng nhập này đã có.', en: 'This user name is taken.' }),
  'role-granted-once': () => ({
    vi: 'Tài khoản đã có vai trò này trên đơn vị này.',
    en: 'The account already has this role on this unit.',
  }),
  'own-administration': () => ({ vi: 'Không tự thôi vai trò quản trị của mình.', en: 'One does not end one’s own administration.' }),
  'own-account': () => ({ vi: 'Không tự khóa tài khoản của mình.', en: 'One does not close one’s own account.' }),
  'password-wrong': () => ({ vi: 'Mật khẩu hiện tại không đúng.', en: 'The present password is wrong.' }),
  'password-change-needed': () => ({
    vi: 'Mật khẩu này do quản trị đặt. Hãy đổi mật khẩu trước khi làm việc.',
    en: 'This password was set by the administrator. Change it before you work.',
  }),
  'password-same': () => ({ vi: 'Mật khẩu mới phải khác mật khẩu cũ.', en: 'The new password must differ from the old one.' }),
}
