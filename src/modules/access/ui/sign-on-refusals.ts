import type { RefusalSentence } from '#web/kit/refusal-text.ts'

/** Why single sign-on did not let somebody in. */
export const signOnRefusals: Record<string, RefusalSentence> = {
  'sign-on-off': () => ({ vi: 'Hệ thống này chưa bật đăng nhập một lần.', en: 'This system has no single sign-on.' }),
  'sign-on-unknown': () => ({
    vi: 'Lượt đăng nhập này không bắt đầu ở trình duyệt này hoặc đã dùng rồi. Hãy bắt đầu lại.',
    en: 'This sign-in was not begun in this browser, or has been used. Begin again.',
  }),
  'sign-on-expired': () => ({
    vi: 'Lượt đăng nhập đã quá 10 phút. Hãy bắt đầu lại.',
    en: 'This sign-in took more than 10 minutes. Begin again.',
  }),
  'sign-on-cancelled': () => ({ vi: 'Bạn đã dừng đăng nhập ở trang kia.', en: 'You stopped the sign-in at the other site.' }),
  'sign-on-refused': () => ({
    vi: 'Nơi cấp tài khoản chung từ chối lượt đăng nhập này. Hãy báo người quản trị.',
    en: 'The single sign-on refused this sign-in. Tell the administrator.',
  }),
  'sign-on-unreachable': () => ({
    vi: 'Chưa liên hệ được với nơi cấp tài khoản chung. Hãy thử lại sau hoặc đăng nhập bằng mật khẩu.',
    en: 'The single sign-on cannot be reached. Try again later, or sign in by password.',
  }),
  'sign-on-not-believed': () => ({
    vi: 'Câu trả lời nhận được không đáng tin nên không dùng. Hãy bắt đầu lại; nếu lặp lại, báo người quản trị.',
    en: 'The answer that came back cannot be trusted and was not used. Begin again; if it happens again, tell the administrator.',
  }),
  'sign-on-no-claim': () => ({
    vi: 'Tài khoản chung của bạn không cho biết thông tin cần để tìm tài khoản ở đây. Hãy báo người quản trị.',
    en: 'Your single sign-on account does not tell what is needed to find your account here. Tell the administrator.',
  }),
  'sign-on-unverified': () => ({
    vi: 'Địa chỉ thư của tài khoản chung chưa được xác minh. Hãy xác minh ở đó rồi đăng nhập lại.',
    en: 'The e-mail of your single sign-on account is not verified. Verify it there, then sign in again.',
  }),
  'sign-on-no-account': () => ({
    vi: 'Bạn chưa có tài khoản ở đây. Hãy nhờ người quản trị lập tài khoản.',
    en: 'You have no account here yet. Ask the administrator for one.',
  }),
  'sign-on-several': () => ({
    vi: 'Có nhiều tài khoản ứng với bạn nên không mở tài khoản nào. Hãy báo người quản trị.',
    en: 'More than one account here would be yours, so none was opened. Tell the administrator.',
  }),
  'sign-on-closed': () => ({
    vi: 'Tài khoản của bạn ở đây đã khóa. Hãy báo người quản trị.',
    en: 'Your account here is closed. Tell the administrator.',
  }),
  'sign-on-ended': () => ({
    vi: 'Liên kết này đã được gỡ. Đăng nhập bằng mật khẩu, rồi liên kết lại ở “Tài khoản của tôi”.',
    en: 'This link was ended. Sign in by password, then link again under “My account”.',
  }),
  'sign-on-other': () => ({
    vi: 'Tài khoản ở đây đang liên kết với một người khác ở nơi cấp tài khoản chung. Hãy báo người quản trị.',
    en: 'The account here is linked to somebody else at the single sign-on. Tell the administrator.',
  }),
  'sign-on-taken': () => ({
    vi: 'Tài khoản chung này thuộc về một tài khoản khác ở đây.',
    en: 'This single sign-on account belongs to another account here.',
  }),
  'sign-on-stale': () => ({
    vi: 'Để liên kết, hãy đăng xuất, đăng nhập lại rồi liên kết trong vòng 10 phút.',
    en: 'To link, sign out, sign in again, and link within 10 minutes.',
  }),
  'sign-on-once': () => ({ vi: 'Vừa được liên kết ở nơi khác; hãy thử lại.', en: 'It was linked elsewhere just now; please try again.' }),
  'sign-on-account-once': () => ({
    vi: 'Vừa được liên kết ở nơi khác; hãy thử lại.',
    en: 'It was linked elsewhere just now; please try again.',
  }),
}
