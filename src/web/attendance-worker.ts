/**
 * Keeps one page alive without a network: the attendance of a class. It is registered for that page's address alone, so that no
 * other page of ours passes through it, and keeps the page itself, its files, who is signed in and the roll of the class.
 * It is built as one file without imports; the page tells it what to keep and what to forget.
 */
type Waits = { waitUntil: (done: Promise<unknown>) => void }
type Fetches = Waits & { request: Request; respondWith: (answer: Promise<Response>) => void }
type Worker = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: Waits) => void): void
    (type: 'fetch', listener: (event: Fetches) => void): void
    (type: 'message', listener: (event: Waits & { data: { keep: string[] }; ports: readonly MessagePort[] }) => void): void
  }
}
// The types of a page are at hand here, not those of a worker.
const worker = globalThis as unknown as Worker

const store = 'kecan-attendance'
const longestInMs = 18 * 3600 * 1000
const keptAtHeader = 'x-kept-at'

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  event.waitUntil(
    Promise.all(event.data.keep.map((path) => fetchAndKeep(new Request(path)))).then(
      () => event.ports[0]?.postMessage('kept'),
      () => event.ports[0]?.postMessage('not-kept'),
    ),
  )
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  // A file's name carries its content; all else is asked of the server first.
  if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request).then((found) => found ?? fetchAndKeep(request)))
  else if (isOfPage(request, url)) event.respondWith(fetchAndKeep(request).catch(() => keptOrFailed(request)))
})

function isOfPage({ mode }: Request, { pathname }: URL): boolean {
  return mode === 'navigate' || pathname === '/api/session' || /^\/api\/classes\/[^/]+\/roll$/.test(pathname)
}

async function fetchAndKeep(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (answer.status !== 200) return answer
  const copy = answer.clone()
  const headers = new Headers(copy.headers)
  headers.set(keptAtHeader, String(Date.now()))
  await (await caches.open(store)).put(keyOf(request), new Response(copy.body, { status: 200, headers }))
  return answer
}

async function kept(request: Request): Promise<Response | undefined> {
  return (await caches.open(store)).match(keyOf(request))
}

/** What was kept for the length of a day's teaching; a roll says by an empty `now` that its clock no longer counts. */
async function keptOrFailed(request: Request): Promise<Response> {
  const found = await kept(request)
  if (!found) return Response.error()
  if (Date.now() - Number(found.headers.get(keptAtHeader)) > longestInMs) {
    await caches.delete(store)
    return Response.error()
  }
  if (!new URL(request.url).pathname.endsWith('/roll')) return found
  const roll = (await found.json()) as object
  return Response.json({ ...roll, now: '' })
}

/** A page is the same whatever its address asks for. */
function keyOf(request: Request): string {
  const url = new URL(request.url)
  return request.mode === 'navigate' || url.pathname.endsWith('/attendance') ? url.pathname : url.pathname + url.search
}
