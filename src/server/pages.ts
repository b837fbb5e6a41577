import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { NotFound } from './refusal.ts'
import { readableApi } from './api-page.ts'
import { pagePolicy, workerPolicy } from './security.ts'

const built = join(import.meta.dirname, '..', '..', 'dist')
// The one page that a worker keeps alive without a network: docs/decisions/0028-attendance-offline.md.
const attendancePage = /^\/classes\/[^/?]+\/attendance(\?|$)/
// Where no page stands: what is not found there is a problem and not the application.
const noPages = /^\/(api|assets|health|metrics)(\/|\?|$)/i

/** The built web application: its files kept for a year since their names carry their content, every other address its one page. */
export async function servePages(server: FastifyInstance): Promise<void> {
  server.get('/api', { schema: { hide: true } }, (_, reply) => sendPage(reply, (nonce) => readableApi(server.swagger(), nonce)))
  const whole = join(built, 'index.html')
  const page = existsSync(whole) ? readFileSync(whole, 'utf8') : undefined
  if (page !== undefined) {
    await server.register(statics, {
      root: built,
      cacheControl: false,
      preCompressed: true,
      // The page itself is never sent as it lies there, nor is anything else that does not belong to it.
      allowedPath: (path) => path.startsWith('/assets/'),
      setHeaders: (reply) => reply.header('cache-control', 'public, max-age=31536000, immutable'),
    })
  }
  const worker = join(built, 'attendance-worker.js')
  if (existsSync(worker)) {
    const code = readFileSync(worker, 'utf8')
    server.get('/attendance-worker.js', { schema: { hide: true } }, (_, reply) =>
      reply.header('content-security-policy', workerPolicy).header('cache-control', 'no-cache').type('text/javascript').send(code),
    )
  }
  server.setNotFoundHandler(async (request, reply) => {
    if (!['GET', 'HEAD'].includes(request.method) || noPages.test(request.url) || page === undefined) throw new NotFound()
    const ofWorker = attendancePage.test(request.url) ? 'kecan-attendance' : undefined
    return sendPage(reply, (nonce) => page.replaceAll('%nonce%', nonce), ofWorker)
  })
}

/** A page with a nonce of its own, fresh for each delivery, so that none can be foreseen. */
function sendPage(reply: FastifyReply, pageWith: (nonce: string) => string, worker?: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64')
  return reply
    .header('content-security-policy', pagePolicy(nonce, worker))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(pageWith(nonce))
}
