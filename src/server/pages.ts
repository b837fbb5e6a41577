import { existsSync } from 'node:fs'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { NotFound } from './refusal.ts'
import { readableApi } from './api-page.ts'

const built = join(import.meta.dirname, '..', '..', 'dist')

/** The built web application: its files kept for a year since their names carry their content, every other address its one page. */
export async function servePages(server: FastifyInstance): Promise<void> {
  server.get('/api', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(readableApi(server.swagger())),
  )
  const isBuilt = existsSync(built)
  if (isBuilt) {
    await server.register(statics, {
      root: built,
      cacheControl: false,
      setHeaders: (reply, path) =>
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
    })
  }
  server.setNotFoundHandler(async (request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets)(\/|\?|$)/i.test(request.url)
    if (!isPage || !isBuilt) throw new NotFound()
    return reply.sendFile('index.html')
  })
}
