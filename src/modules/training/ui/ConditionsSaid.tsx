import type { OverrideKept, ToldCondition } from '#modules/training/board.contract.ts'
import { useFormat } from '#web/format.ts'
import { More, Verdict } from '#web/kit/PickList.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'
import { conditionWords } from './condition-messages.ts'

/** What the conditions come to in a line; it opens to each of them with what is asked, what was found and where it stands. */
export function ConditionsSaid({
  conditions,
  overrides = [],
}: {
  conditions: readonly ToldCondition[]
  overrides?: readonly OverrideKept[]
}) {
  if (conditions.length === 0) return null
  return (
    <More summary={<Summary conditions={conditions} overrides={overrides} />}>
      <ul>
        {conditions.map((one) => (
          <Line key={one.code} condition={one} override={overrides.find(({ code }) => code === one.code)} />
        ))}
      </ul>
    </More>
  )
}

function Summary({ conditions, overrides }: { conditions: readonly ToldCondition[]; overrides: readonly OverrideKept[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const unmet = conditions.filter(({ state }) => state === 'unmet')
  const unknown = conditions.filter(({ state }) => state === 'unknown')
  const isAnswered = ({ code }: ToldCondition) => overrides.some((override) => override.code === code)
  return (
    <>
      {unmet.map((one) => (
        <Verdict key={one.code} state={isAnswered(one) ? 'met' : 'unmet'}>
          {words.unmet(conditionWords[language][one.code].name, conditionWords[language][one.code].found(one.found))}
        </Verdict>
      ))}
      {unknown.length > 0 && <Verdict state="unknown">{words.unknown(format.number(unknown.length))}</Verdict>}
      {unmet.length + unknown.length === 0 && <Verdict state="met">{words.allMet(format.number(conditions.length))}</Verdict>}
    </>
  )
}

function Line({ condition, override }: { condition: ToldCondition; override: OverrideKept | undefined }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const said = conditionWords[language][condition.code]
  const asked = said.asked(condition.asked)
  const { document, article, verified } = condition.rule
  const cited = [document, article, document && !verified ? words.unverified : null].filter(Boolean).join(', ')
  const found = condition.withheld ? words.withheld : said.found(condition.found)
  return (
    <li>
      <Verdict state={condition.state}>{[`${said.name} (${words.states[condition.state]})`, found].filter(Boolean).join(': ')}</Verdict>
      {(asked || cited) && <small>{[asked && words.asked(asked), cited].filter(Boolean).join(' · ')}</small>}
      {override && <small>{words.answered(override.reason, override.by)}</small>}
    </li>
  )
}
