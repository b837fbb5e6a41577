/** Every address that one module's page may link to in another's. */
export const paths = {
  home: () => '/',
  people: () => '/people',
  person: (id: string) => `/people/${id}`,
  unit: (id: string) => `/units/${id}`,
  units: () => '/units',
  reorganisations: () => '/reorganisations',
  reorganise: () => '/reorganisations/new',
  decision: (id: string) => `/decisions/${id}`,
  decisions: () => '/decisions',
  class: (id: string) => `/classes/${id}`,
  classes: () => '/classes',
  review: () => '/review',
  importRun: (id: string) => `/imports/${id}`,
  imports: () => '/imports',
  accounts: () => '/accounts',
  audit: () => '/audit',
}
