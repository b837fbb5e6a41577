/** What each role may do; the place where a permission comes from. The scope is the unit the role is granted on. */
const everywhere = {
  'access.accounts': ['administrator'],
  'access.self': ['administrator', 'organisation_officer', 'unit_clerk', 'leader', 'official', 'school', 'inspector', 'figures_reader'],
  'audit.read': ['administrator', 'inspector'],
  'audit.person': ['organisation_officer', 'inspector', 'official'],
  'organisation.read': [
    'administrator',
    'organisation_officer',
    'unit_clerk',
    'leader',
    'official',
    'school',
    'inspector',
    'figures_reader',
  ],
  'organisation.write': ['administrator', 'organisation_officer'],
  'decisions.read': ['organisation_officer', 'unit_clerk', 'leader', 'official', 'school', 'inspector'],
  'decisions.write': ['organisation_officer'],
  'people.read': ['organisation_officer', 'unit_clerk', 'leader', 'official', 'inspector'],
  'people.sensitive': ['organisation_officer', 'leader', 'official', 'inspector'],
  'people.write': ['organisation_officer'],
  'training.read': ['organisation_officer', 'unit_clerk', 'leader', 'school', 'inspector'],
  'training.write': ['organisation_officer', 'school'],
  // Who goes where and what it costs is the office's; a school keeps classes.
  'training.needs': ['organisation_officer', 'unit_clerk', 'leader', 'inspector'],
  'training.needs.write': ['organisation_officer', 'unit_clerk'],
  'training.apply': ['official'],
  'training.plan': ['organisation_officer', 'leader', 'inspector'],
  'training.plan.write': ['organisation_officer'],
  'training.plan.approve': ['organisation_officer', 'leader'],
  'standards.write': ['organisation_officer'],
  'evaluation.read': ['organisation_officer', 'leader', 'official', 'inspector'],
  'evaluation.write': ['organisation_officer'],
  'statistics.submit': ['organisation_officer'],
  'movements.read': ['organisation_officer', 'leader', 'inspector'],
  'movements.write': ['organisation_officer'],
  'figures.read': ['organisation_officer', 'unit_clerk', 'leader', 'inspector', 'figures_reader'],
  'imports.run': ['organisation_officer'],
} as const satisfies Record<string, readonly Role[]>

export const roles = [
  'administrator',
  'organisation_officer',
  'unit_clerk',
  'leader',
  'official',
  'school',
  'inspector',
  'figures_reader',
  'public',
] as const
export type Role = (typeof roles)[number]
export type Permission = keyof typeof everywhere

export const permissions = Object.keys(everywhere) as Permission[]

/** Which roles give the permission; none for a name that is no permission. */
export function rolesWith(permission: string): readonly string[] {
  return Object.hasOwn(everywhere, permission) ? everywhere[permission as Permission] : []
}

export function isPermission(name: string): name is Permission {
  return Object.hasOwn(everywhere, name)
}

/** The permissions that these roles give together. */
export function permissionsOf(held: readonly string[]): Permission[] {
  return permissions.filter((permission) => rolesWith(permission).some((role) => held.includes(role)))
}
