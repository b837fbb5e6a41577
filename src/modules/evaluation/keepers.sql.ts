import type { FactKeeper } from '#db/keeper.ts'
import { factKeeper } from '#modules/people/keeper.sql.ts'

export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'evaluation.rating',
    label: { vi: 'Đánh giá, xếp loại', en: 'Ratings' },
    // How somebody was rated is for those only who may read ratings; which year was rated is not.
    says: ({ fact }) => ({ vi: `Xếp loại năm ${String(fact['year'])}`, en: `Rating of ${String(fact['year'])}` }),
  }),
]
