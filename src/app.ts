import type { FastifyInstance } from 'fastify'
import type { Db, Tx } from '#db/connect.ts'
import { moveScopesTo } from '#db/scope.ts'
import { accountRoutes } from '#modules/access/account.routes.ts'
import { openSessionRoutes } from '#modules/access/open-sessions.routes.ts'
import { policyRoutes } from '#modules/access/policy.routes.ts'
import { signOnLinkRoutes } from '#modules/access/oidc-link.routes.ts'
import { openProvider, type Provider } from '#modules/access/oidc-provider.node.ts'
import type { OidcSettings } from '#modules/access/oidc-settings.ts'
import { signOnRoutes } from '#modules/access/oidc.routes.ts'
import { isPermission } from '#modules/access/roles.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { secondFactorRoutes } from '#modules/access/second-factor.routes.ts'
import { sessionRoutes } from '#modules/access/session.routes.ts'
import { actorOfToken } from '#modules/access/session.sql.ts'
import { auditRoutes } from '#modules/audit/audit.routes.ts'
import { backupRoutes } from '#modules/audit/backup.routes.ts'
import { appendEntry, appendLooks } from '#modules/audit/entry.sql.ts'
import { authorityRoutes } from '#modules/organisation/authority.routes.ts'
import { findAuthority, unitNames } from '#modules/organisation/authority.sql.ts'
import { reorganisationRoutes } from '#modules/organisation/reorganisation.routes.ts'
import { isUnitInScope, unitsBelow } from '#modules/organisation/scope.sql.ts'
import { unitRoutes } from '#modules/organisation/unit.routes.ts'
import { assignmentRoutes } from '#modules/people/assignment.routes.ts'
import { carryPeople } from '#modules/people/carrier.sql.ts'
import { exportRoutes } from '#modules/people/export.routes.ts'
import { guardedNames } from '#modules/people/field-classes.ts'
import { fileRoutes } from '#modules/people/file.routes.ts'
import { identityRoutes } from '#modules/people/identity.routes.ts'
import { listRoutes } from '#modules/people/list.routes.ts'
import { membershipRoutes } from '#modules/people/membership.routes.ts'
import { mergeRoutes } from '#modules/people/merge.routes.ts'
import { personOfNumber } from '#modules/people/official-number.sql.ts'
import { personRoutes } from '#modules/people/person.routes.ts'
import { isPersonInScope, personInScope } from '#modules/people/scope.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { peopleOfUnits } from '#modules/people/unit-people.sql.ts'
import { keepers as evaluationKeepers } from '#modules/evaluation/keepers.sql.ts'
import { ratingRoutes } from '#modules/evaluation/rating.routes.ts'
import { keepers as movementKeepers } from '#modules/movements/keepers.sql.ts'
import { secondmentRoutes } from '#modules/movements/secondment.routes.ts'
import { keepers as peopleKeepers } from '#modules/people/keepers.sql.ts'
import { keepers as qualificationKeepers } from '#modules/qualifications/keepers.sql.ts'
import { gapRoutes } from '#modules/qualifications/gap.routes.ts'
import { qualificationRoutes } from '#modules/qualifications/qualification.routes.ts'
import { standardRoutes } from '#modules/qualifications/standard.routes.ts'
import { rowRoutes } from '#modules/imports/row.routes.ts'
import { runRoutes } from '#modules/imports/run.routes.ts'
import { doneExportRoutes } from '#modules/statistics/done-export.routes.ts'
import { formExportRoutes } from '#modules/statistics/form-export.routes.ts'
import { formRoutes } from '#modules/statistics/form.routes.ts'
import { fulfilmentRoutes } from '#modules/statistics/fulfilment.routes.ts'
import { hoursRoutes } from '#modules/statistics/hours.routes.ts'
import { homeRoutes } from '#modules/statistics/home.routes.ts'
import { reviewRoutes } from '#modules/statistics/review.routes.ts'
import { commitmentRoutes } from '#modules/training/commitment.routes.ts'
import { repaymentRoutes } from '#modules/training/repayment.routes.ts'
import { calendarRoutes } from '#modules/training/calendar.routes.ts'
import { certificateRoutes } from '#modules/training/certificate.routes.ts'
import { boardActRoutes } from '#modules/training/board-acts.routes.ts'
import { boardPaperRoutes } from '#modules/training/board-paper.routes.ts'
import { boardRoutes } from '#modules/training/board.routes.ts'
import { submissionRoutes } from '#modules/statistics/submission.routes.ts'
import { classRoutes } from '#modules/training/class.routes.ts'
import { needRoutes } from '#modules/training/need.routes.ts'
import { planLineRoutes } from '#modules/training/plan-line.routes.ts'
import { proposalRoutes } from '#modules/training/proposal.routes.ts'
import { planRoutes } from '#modules/training/plan.routes.ts'
import { spendingRoutes } from '#modules/training/spending.routes.ts'
import { attendanceRoutes } from '#modules/training/attendance.routes.ts'
import { feedbackRoutes } from '#modules/training/feedback.routes.ts'
import { keepers as trainingKeepers } from '#modules/training/keepers.sql.ts'
import { resultRoutes } from '#modules/training/result.routes.ts'
import { rosterRoutes } from '#modules/training/roster.routes.ts'
import { sendingRoutes } from '#modules/training/sending.routes.ts'
import { classSessionRoutes } from '#modules/training/session.routes.ts'
import { decisionRoutes } from '#modules/decisions/decision.routes.ts'
import { templateRoutes } from '#modules/decisions/template.routes.ts'
import { buildHttp } from '#server/http.ts'
import { enqueue } from '#server/jobs.ts'
import type { LogTo } from '#server/log.ts'
import type { MetricsOptions } from '#server/metrics.ts'
import { servePages } from '#server/pages.ts'
import type { Route } from '#server/operations.ts'
import type { House } from '#server/perform.ts'
import type { Traces } from '#server/traces.ts'
import { demoAccounts } from './demo/accounts.ts'
import { unitUses } from './unit-uses.ts'

export type AppOptions = {
  db: Db
  clock?: () => Date
  log?: LogTo | boolean
  metrics?: MetricsOptions | undefined
  traces?: Traces | undefined
  /** Single sign-on; off unless set. */
  signOn?: OidcSettings | null
}

/** All tables of facts, each in the care of its module. */
export const keepers = [...peopleKeepers, ...qualificationKeepers, ...evaluationKeepers, ...trainingKeepers, ...movementKeepers]

/** The house: who is who, who may see what, and how an act is sealed. */
export function buildHouse({ db, clock = () => new Date() }: AppOptions): House {
  let day: string | undefined
  return {
    db,
    clock,
    assureDay: async (today) => {
      if (day !== today) await moveScopesTo(db, today)
      day = today
    },
    scopeOf: (on, actor, permission, today) => scopeOf(on, actor, permission, today, unitsBelow),
    isUnitInScope,
    isPersonInScope,
    appendEntry,
    appendLooks,
  }
}

/** What the program does of itself, for the readers of the audit log. */
const programActs: Record<string, { vi: string; en: string }> = {
  'audit.backups.make': { vi: 'Sao lưu toàn bộ dữ liệu', en: 'Back up all data' },
  'demo.months.enter': { vi: 'Nạp dữ liệu mẫu của một tháng', en: 'Enter a month of the demo' },
  'training.proposals.work': { vi: 'Lập xong đề xuất cử đi học', en: 'Finish working out a proposal' },
  'qualifications.fields.begin': { vi: 'Ghi chuyên môn phù hợp với từng chức danh', en: 'Record which fields of study fit each title' },
  'qualifications.standards.begin': { vi: 'Ghi tiêu chuẩn của từng chức danh', en: 'Record what each title asks' },
}

/** Every operation of the system, lowest module first. */
export function buildRoutes({ provider = null }: { provider?: Provider | null } = {}): Route[] {
  const summaryOf = (id: string) => routes.find((route) => route.op.id === id)?.op.summary ?? programActs[id] ?? null
  const around = { authority: findAuthority, unitNames, demoAccounts, leaveSignOn: () => provider?.leaveAddress() ?? null }
  const imports = { keepers, enqueue: (tx: Tx, runId: string) => enqueue(tx, 'imports.work', { runId }) }
  const routes: Route[] = [
    ...sessionRoutes(around),
    ...secondFactorRoutes(),
    ...openSessionRoutes(),
    ...signOnRoutes({ provider, personOfNumber }),
    ...signOnLinkRoutes({ provider }),
    ...accountRoutes({ ...around, isPersonInScope }),
    ...policyRoutes(),
    ...authorityRoutes(),
    ...unitRoutes(peopleOfUnits),
    ...reorganisationRoutes({ carriers: [carryPeople], uses: unitUses, people: peopleOfUnits }),
    ...auditRoutes({ personInScope, isPersonInScope, sensitiveScope, summaryOf, guardedNames }),
    ...backupRoutes(),
    ...decisionRoutes({ keepers, personInScope, sensitiveScope }),
    ...templateRoutes(),
    ...listRoutes(),
    ...exportRoutes(),
    ...fileRoutes(),
    ...personRoutes({ keepers }),
    ...mergeRoutes({ keepers }),
    ...identityRoutes(),
    ...assignmentRoutes(),
    ...membershipRoutes(),
    ...qualificationRoutes(),
    ...gapRoutes(),
    ...standardRoutes(),
    ...ratingRoutes(),
    ...sendingRoutes(),
    ...needRoutes(),
    ...planRoutes(),
    ...proposalRoutes({ enqueue: (tx, proposalId) => enqueue(tx, 'training.propose', { proposalId }) }),
    ...planLineRoutes(),
    ...spendingRoutes(),
    ...classRoutes(),
    ...boardRoutes(),
    ...boardActRoutes(),
    ...boardPaperRoutes(),
    ...resultRoutes(),
    ...certificateRoutes(),
    ...rosterRoutes(),
    ...classSessionRoutes(),
    ...calendarRoutes(),
    ...attendanceRoutes(),
    ...feedbackRoutes(),
    ...commitmentRoutes(),
    ...repaymentRoutes(),
    ...secondmentRoutes(),
    ...reviewRoutes(),
    ...formRoutes(),
    ...formExportRoutes(),
    ...submissionRoutes(),
    ...hoursRoutes(),
    ...fulfilmentRoutes(),
    ...doneExportRoutes(),
    ...homeRoutes(),
    ...runRoutes(imports),
    ...rowRoutes(imports),
  ]
  for (const { op } of routes) {
    const isKnown = op.permission === 'everyone' || op.permission === 'signed-in' || isPermission(op.permission)
    if (!isKnown) throw new Error(`Operation ${op.id} asks for the unknown permission ${op.permission}`)
  }
  return routes
}

/** The application that pages, tests and integrations speak to. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const house = buildHouse(options)
  const provider = options.signOn ? openProvider(options.signOn, (why) => server.log.warn(`Single sign-on: ${why}`)) : null
  const server = await buildHttp({
    house,
    routes: buildRoutes({ provider }),
    actorOf: (token, now) => actorOfToken(options.db, token, now),
    log: options.log ?? false,
    metrics: options.metrics,
    traces: options.traces,
  })
  // Known beforehand, nobody waits for it; whether it can be had is told when somebody needs it.
  if (provider) server.addHook('onReady', () => void provider.discover().catch(() => undefined))
  await servePages(server)
  return server
}
