import type { Session } from '#modules/access/session.contract.ts'

const id = '0192f000-0000-7000-8000-000000000001'

export const session: Session = {
  account: {
    id,
    username: 'canbo',
    displayName: 'Trần Thị Cúc',
    personId: null,
    language: 'vi',
    mustChangePassword: false,
    mustEnrol: false,
    grants: [{ role: 'officer', unitId: id, unitName: { vi: 'Huyện Yên Sơn', en: 'Yên Sơn district' } }],
    permissions: ['people.read', 'training.write'],
  },
  authority: { unitId: id, vi: 'Huyện Yên Sơn', en: 'Yên Sơn district' },
  awaitsCode: false,
  firstRun: false,
  demoAccounts: [
    { username: 'canbo', password: 'canbo-demo-2026', displayName: 'Cán bộ tổ chức', role: 'officer' },
    { username: 'lanhdao', password: 'lanhdao-demo-2026', displayName: 'Lãnh đạo', role: 'leader' },
  ],
  today: '2026-11-23',
}

let signedIn = !location.search.includes('signed-out')
let expireNext = false

/** The server of the test page: a session, and one command that can be refused or find the session ended. */
export async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
  const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {}
  if (pathname === '/api/session' && init?.method === 'DELETE') {
    signedIn = false
    return json({})
  }
  if (pathname === '/api/session' && init?.method === 'POST') {
    if (body['password'] === 'wrong') return json({ status: 409, code: 'refused', refusals: [{ code: 'sign-in' }] }, 409)
    signedIn = true
  }
  if (pathname === '/api/session') return json(signedIn ? session : { ...session, account: null })
  if (pathname === '/api/session/language') return json({})
  if (pathname === '/api/classes') return openClass(String(body['name']))
  return json({ status: 404, code: 'not-found' }, 404)
}

function openClass(name: string): Response {
  if (name === 'Lớp cũ') return json({ status: 409, code: 'refused', refusals: [{ code: 'name-taken', name }] }, 409)
  if (name === 'Lớp hết phiên') {
    expireNext = !expireNext
    if (expireNext) return json({ status: 401, code: 'not-signed-in' }, 401)
  }
  return json({ id })
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
