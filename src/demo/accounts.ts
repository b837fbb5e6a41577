import type { Db } from '#db/connect.ts'

/** The one password of all accounts of the demo, shown on its sign-in page. */
const password = 'yenson-2026'

export const demoRoles = [
  { username: 'tochuc', displayName: 'Cán bộ tổ chức', role: 'organisation_officer', of: 'everything' },
  { username: 'lanhdao', displayName: 'Lãnh đạo', role: 'leader', of: 'everything' },
  { username: 'xayenson', displayName: 'Văn thư xã Yên Sơn', role: 'unit_clerk', of: 'commune' },
  { username: 'canbo', displayName: 'Cán bộ xem hồ sơ của mình', role: 'official', of: 'person' },
  { username: 'truongct', displayName: 'Trường, trung tâm chính trị', role: 'school', of: 'everything' },
  { username: 'thanhtra', displayName: 'Thanh tra', role: 'inspector', of: 'everything' },
  { username: 'quantri', displayName: 'Quản trị hệ thống', role: 'administrator', of: 'everything' },
] as const

export const demoPassword = password

export type DemoAccount = { username: string; password: string; displayName: string; role: string }

/** The accounts to show on the sign-in page: those of the demo while they are open, and none of a real authority. */
export async function demoAccounts(db: Db): Promise<DemoAccount[]> {
  const demo = await db.selectFrom('organisation.authority').select('is_demo').executeTakeFirst()
  if (!demo?.is_demo) return []
  const open = await db.selectFrom('access.account').select('username').where('status', '=', 'active').execute()
  return demoRoles
    .filter(({ username }) => open.some((account) => account.username === username))
    .map(({ username, displayName, role }) => ({ username, password, displayName, role }))
}
