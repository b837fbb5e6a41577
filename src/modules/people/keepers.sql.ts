import type { FactKeeper } from '#db/keeper.ts'
import { assignmentKinds, identityKinds, membershipKinds } from './kinds.ts'
import { closeIdentities, restoreIdentities } from './identity.sql.ts'
import { factKeeper } from './keeper.sql.ts'
import { titleAt } from './title-at.ts'

/** People's fact tables, for whoever withdraws a paper or undoes an import. */
export const keepers: readonly FactKeeper[] = [
  factKeeper({
    table: 'people.profile',
    label: { vi: 'Lý lịch', en: 'Curriculum vitae' },
    isTimeless: true,
    says: ({ fact }) => ({ vi: `Lý lịch của ${fact['full_name']}`, en: `Curriculum vitae of ${fact['full_name']}` }),
  }),
  factKeeper({
    table: 'people.identity',
    label: { vi: 'Giấy tờ định danh', en: 'Identity numbers' },
    // The number itself is sensitive; its kind is enough to recognise the fact, and in one case tells as much.
    isGuarded: ({ kind }) => kind === 'party_card',
    says: ({ fact }) => identityKinds[fact['kind'] as keyof typeof identityKinds],
    close: closeIdentities,
    restore: restoreIdentities,
  }),
  factKeeper({
    table: 'people.assignment',
    label: { vi: 'Chức danh đảm nhiệm', en: 'Posts held' },
    unit: 'unit_id',
    says: ({ fact, unit }) => {
      const kind = assignmentKinds[fact['kind'] as keyof typeof assignmentKinds]
      const at = titleAt(fact['title_text'], unit)
      return fact['kind'] === 'main' ? at : { vi: `${kind.vi}: ${at.vi}`, en: `${kind.en}: ${at.en}` }
    },
  }),
  factKeeper({
    table: 'people.membership',
    label: { vi: 'Tư cách ngoài biên chế', en: 'Memberships' },
    unit: 'unit_id',
    isGuarded: ({ kind }) => kind !== 'deputy',
    says: ({ fact, unit }) => {
      const kind = membershipKinds[fact['kind'] as keyof typeof membershipKinds]
      return { vi: titleAt(fact['title_text'] ?? kind.vi, unit).vi, en: titleAt(fact['title_text'] ?? kind.en, unit).en }
    },
  }),
]
