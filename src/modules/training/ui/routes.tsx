import type { ModuleRoute } from '#web/module-route.ts'

const permission = 'training.read'

export const routes: ModuleRoute[] = [
  {
    path: '/needs',
    menu: { group: 'cycle', label: { vi: 'Nhu cầu đào tạo', en: 'Training needs' }, order: 4 },
    permission: 'training.needs',
    page: () => import('./NeedsPage.tsx').then((module) => module.NeedsPage),
  },
  {
    path: '/plans',
    menu: { group: 'cycle', label: { vi: 'Kế hoạch đào tạo', en: 'Training plans' }, order: 6 },
    permission: 'training.plan',
    page: () => import('./PlansPage.tsx').then((module) => module.PlansPage),
  },
  { path: '/plans/:planId', permission: 'training.plan', page: () => import('./PlanPage.tsx').then((module) => module.PlanPage) },
  {
    path: '/plans/:planId/proposal',
    permission: 'training.plan',
    page: () => import('./ProposalPage.tsx').then((module) => module.ProposalPage),
  },
  {
    path: '/my-training',
    menu: { group: 'work', label: { vi: 'Việc học của tôi', en: 'My training' }, order: 20 },
    permission: 'training.apply',
    page: () => import('./MyTrainingPage.tsx').then((module) => module.MyTrainingPage),
  },
  {
    path: '/classes',
    menu: { group: 'cycle', label: { vi: 'Lớp', en: 'Classes' }, order: 20 },
    permission,
    page: () => import('./ClassesPage.tsx').then((module) => module.ClassesPage),
  },
  { path: '/classes/:classId', permission, page: () => import('./ClassPage.tsx').then((module) => module.ClassPage) },
  {
    path: '/classes/:classId/attendance',
    permission,
    page: () => import('./AttendancePage.tsx').then((module) => module.AttendancePage),
  },
  {
    path: '/classes/:classId/board',
    permission: 'training.needs',
    page: () => import('./BoardPage.tsx').then((module) => module.BoardPage),
  },
  {
    path: '/calendar',
    menu: { group: 'cycle', label: { vi: 'Lịch lớp', en: 'Calendar' }, order: 22 },
    permission,
    page: () => import('./CalendarPage.tsx').then((module) => module.CalendarPage),
  },
  {
    path: '/sendings',
    menu: { group: 'cycle', label: { vi: 'Cử đi học', en: 'Sendings' }, order: 10 },
    permission,
    page: () => import('./SendingsPage.tsx').then((module) => module.SendingsPage),
  },
  {
    path: '/certificates',
    menu: { group: 'cycle', label: { vi: 'Chứng chỉ', en: 'Certificates' }, order: 40 },
    permission,
    page: () => import('./CertificatesPage.tsx').then((module) => module.CertificatesPage),
  },
  { path: '/feedback/:code', alone: true, page: () => import('./FeedbackPage.tsx').then((module) => module.FeedbackPage) },
  { path: '/verify/:code', alone: true, page: () => import('./VerifyPage.tsx').then((module) => module.VerifyPage) },
  {
    path: '/commitments',
    menu: { group: 'cycle', label: { vi: 'Cam kết phục vụ', en: 'Commitments' }, order: 50 },
    permission: 'training.plan',
    page: () => import('./CommitmentsPage.tsx').then((module) => module.CommitmentsPage),
  },
]
