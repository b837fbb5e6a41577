const store = 'kecan-attendance'
const address = '/attendance-worker.js'

type Policy = { createScriptURL: (url: string) => string }
type Policies = { createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => Policy }

/**
 * Lets the worker keep this page and what it has read, so that it opens without a network; false where that cannot be: a browser
 * without workers, a page over plain http, or one that was not opened at its own address.
 */
export async function keepThisPage(paths: string[]): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  try {
    const registration = await navigator.serviceWorker.register(workerAddress(), { scope: location.pathname })
    const worker = await whenActive(registration)
    return await told(worker, [location.pathname, '/api/session', ...filesOfPage(), ...paths])
  } catch {
    return false // The page works all the same while there is a network.
  }
}

/** Forgets what was kept, and names with it. */
export async function forgetKeptPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(store)
  if (!('serviceWorker' in navigator)) return
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
}

let policy: Policy | undefined

/** The only address that a worker may have; the page's policy lets nothing else be named. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy('kecan-attendance', { createScriptURL: () => address })
  return policy.createScriptURL(address)
}

function whenActive(registration: ServiceWorkerRegistration): Promise<ServiceWorker> {
  const worker = registration.active ?? registration.waiting ?? registration.installing
  if (!worker) return Promise.reject(new Error('No worker'))
  if (worker.state === 'activated') return Promise.resolve(worker)
  return new Promise((resolve, reject) =>
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker)
      if (worker.state === 'redundant') reject(new Error('The worker was replaced'))
    }),
  )
}

function told(worker: ServiceWorker, keep: string[]): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === 'kept')
    worker.postMessage({ keep }, [port2])
  })
}

/** Scripts, styles and type that the page has loaded. */
function filesOfPage(): string[] {
  const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  return [...new Set(paths.filter((path) => path.startsWith('/assets/')))]
}
