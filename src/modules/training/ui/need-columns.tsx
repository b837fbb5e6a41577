import { useMemo } from 'react'
import type { NeedRow } from '#modules/training/need.contract.ts'
import { needWhy, ruleText, standingText, urgencyText, urgencyWords } from '#modules/training/need-words.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { PersonLink, UnitLink } from '#web/kit/DomainLinks.tsx'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './need-messages.ts'

type Words = ReturnType<typeof useWords<typeof messages.vi>>

/** The columns of the list; `why` says why the acts are off. */
export function useNeedColumns({ onAct, why }: { onAct: (need: NeedRow) => void; why: string | null }): GridColumn<NeedRow>[] {
  const words = useWords(messages)
  const { language } = useLanguage()
  return useMemo(
    () => [
      {
        key: 'name',
        header: words.name,
        width: 150,
        pinned: true,
        cell: ({ personId, name }) => <PersonLink id={personId} name={name} />,
        text: ({ name }) => name,
      },
      {
        key: 'course',
        header: words.course,
        width: 200,
        cell: ({ kind }) => <span title={trainingName(kind)[language]}>{trainingName(kind)[language]}</span>,
        text: ({ kind }) => trainingName(kind)[language],
      },
      {
        key: 'why',
        header: words.why,
        width: 240,
        cell: (need) => <span title={needWhy(need)[language]}>{needWhy(need)[language]}</span>,
        text: (need) => needWhy(need)[language],
      },
      {
        key: 'urgency',
        header: words.urgency,
        width: 108,
        cell: (need) => (
          <span title={urgencyText(need)[language]}>
            {need.urgency === 3 ? (
              <Badge tone="attention">{urgencyWords[3][language]}</Badge>
            ) : (
              urgencyWords[need.urgency as 1 | 2][language]
            )}
          </span>
        ),
        text: (need) => urgencyText(need)[language],
      },
      {
        key: 'act',
        header: words.act,
        width: 100,
        cell: (need) =>
          need.excluded && !need.struck ? null : (
            <Button kind="quiet" why={why} onClick={() => onAct(need)}>
              {actOf(need, words)}
            </Button>
          ),
        text: () => '',
      },
      {
        key: 'rule',
        header: words.rule,
        width: 190,
        quiet: true,
        cell: (need) => <span title={ruleText(need)[language]}>{ruleText(need)[language]}</span>,
        text: (need) => ruleText(need)[language],
      },
      {
        key: 'unit',
        header: words.unit,
        width: 170,
        cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} />,
        text: ({ unit }) => unit[language],
      },
      { key: 'post', header: words.post, width: 170, hidden: true, cell: ({ titleText }) => titleText, text: ({ titleText }) => titleText },
      {
        key: 'said',
        header: words.said,
        width: 220,
        quiet: true,
        cell: (need) => <span title={saidOf(need)[language]}>{saidOf(need)[language]}</span>,
        text: (need) => saidOf(need)[language],
      },
    ],
    [words, language, onAct, why],
  )
}

/** What may be done about it. */
function actOf({ struck, origin, claimId }: NeedRow, words: Words): string {
  if (struck) return words.restore
  if (origin === 'applied') return words.answer
  return origin === 'added' && claimId ? words.withdraw : words.strike
}

/** Who struck it and why, when the person leaves, or what the unit says beside the rule. */
function saidOf(need: NeedRow): { vi: string; en: string } {
  if (need.struck || need.excluded) return standingText(need)
  const isOwn = need.origin === 'added' || need.origin === 'applied'
  return { vi: isOwn ? '' : (need.reason ?? ''), en: isOwn ? '' : (need.reason ?? '') }
}
