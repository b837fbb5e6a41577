import type { FastifyInstance } from 'fastify'
import type { Db } from '#db/connect.ts'
import { accountRoutes } from '#modules/access/account.routes.ts'
import { isPermission } from '#modules/access/roles.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { sessionRoutes } from '#modules/access/session.routes.ts'
import { actorOfToken } from '#modules/access/session.sql.ts'
import { appendEntry } from '#modules/audit/entry.sql.ts'
import { findAuthority, unitNames } from '#modules/organisation/authority.sql.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { isPersonInScope } from '#modules/people/scope.sql.ts'
import { buildHttp } from '#server/http.ts'
import type { Route } from '#server/operations.ts'
import type { House } from '#server/perform.ts'

export type AppOptions = { db: Db; clock?: () => Date; log?: boolean }

/** The house: who is who, who may see what, and how an act is sealed. */
export function buildHouse({ db, clock = () => new Date() }: AppOptions): House {
  return {
    db,
    clock,
    scopeOf: (on, actor, permission, today) => scopeOf(on, actor, permission, today, unitsBelow),
    isUnitInScope,
    isPersonInScope,
    appendEntry,
  }
}

/** Every operation of the system, lowest module first. */
export function buildRoutes(): Route[] {
  const around = { authority: findAuthority, unitNames, demoAccounts: async () => [] }
  const routes = [...sessionRoutes(around), ...accountRoutes(around)]
  for (const { op } of routes) {
    const isKnown = op.permission === 'everyone' || op.permission === 'signed-in' || isPermission(op.permission)
    if (!isKnown) throw new Error(`Operation ${op.id} asks for the unknown permission ${op.permission}`)
  }
  return routes
}

/** The application that pages, tests and integrations speak to. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const house = buildHouse(options)
  return buildHttp({ house, routes: buildRoutes(), actorOf: (token, now) => actorOfToken(options.db, token, now), log: options.log ?? false })
}
