import type { FactKeeper } from '#db/keeper.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'

export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'movements.secondment',
    label: { vi: 'Biệt phái', en: 'Secondments' },
    unit: 'host_unit_id',
    says: ({ unit }) => ({ vi: `Biệt phái đến ${unit?.vi ?? '?'}`, en: `Seconded to ${unit?.en ?? '?'}` }),
  }),
]
