import { useState } from 'react'
import { requirements } from '#law/requirements.ts'
import {
  endAcceptedField,
  endStandard,
  retractStandard,
  type ListedStandard,
  type TitleStandards,
} from '#modules/qualifications/standard.contract.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Link } from '#web/kit/Link.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import type { TitleAct } from './StandardForms.tsx'
import { messages } from './standard-messages.ts'
import { askedText, ruleText } from './standard-words.ts'

const StandardForms = lazyPart(() => import('./StandardForms.tsx').then((module) => module.StandardForms))

/** One title: what it asks, by which rule; the fields it accepts; how much it counts. */
export function TitleBeside({ title, onClose }: { title: TitleStandards; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const may = useMay()('standards.write')
  const [act, setAct] = useState<TitleAct | null>(null)
  const [wrong, setWrong] = useState<ListedStandard | null>(null)
  const retract = useCommand(retractStandard, { onDone: () => setWrong(null) })
  return (
    <SideList
      title={title.name[language]}
      about={[title.level === 'commune' ? words.commune : words.district, title.isLeader && words.leader].filter(Boolean).join(' · ')}
      onClose={onClose}
    >
      <Stack>
        <Card
          title={words.standards}
          actions={
            may && (
              <Button icon="plus" onClick={() => setAct({ kind: 'set' })}>
                {words.set}
              </Button>
            )
          }
        >
          {title.standards.length === 0 && words.none}
          <Stack>
            {title.standards.map((standard) => (
              <div key={standard.id}>
                <strong>{requirements[standard.requirement][language]}</strong>: {askedText(standard, language)}
                <div>
                  <small>
                    {ruleText(standard)}
                    {standard.from && ` · ${words.since(format.day(standard.from))}`}{' '}
                  </small>
                  <Badge tone={standard.verified ? 'success' : 'attention'}>
                    {standard.verified ? words.verifiedBadge : words.unverifiedBadge}
                  </Badge>
                  {standard.decision && (
                    <>
                      {' '}
                      <Link kind="quiet" to={paths.decision(standard.decision.id)}>
                        {standard.decision.code}
                      </Link>
                    </>
                  )}
                </div>
                {may && (
                  <Row>
                    <Button kind="quiet" onClick={() => setAct({ kind: 'set', replaces: standard })}>
                      {words.change}
                    </Button>
                    <Button
                      kind="quiet"
                      onClick={() => setAct({ kind: 'end', operation: endStandard, input: { standardId: standard.id } })}
                    >
                      {words.end}
                    </Button>
                    <Button kind="quiet" onClick={() => setWrong(standard)}>
                      {words.retract}
                    </Button>
                  </Row>
                )}
              </div>
            ))}
          </Stack>
        </Card>
        <Card
          title={words.fields}
          about={words.fieldsAbout}
          actions={
            may && (
              <Button icon="plus" onClick={() => setAct({ kind: 'field' })}>
                {words.addField}
              </Button>
            )
          }
        >
          {title.fields.length === 0 && words.noFields}
          <Row>
            {title.fields.map(({ id, name }) => (
              <span key={id}>
                <Badge>{name[language]}</Badge>
                {may && (
                  <Button
                    kind="quiet"
                    aria-label={`${words.end}: ${name[language]}`}
                    onClick={() => setAct({ kind: 'end', operation: endAcceptedField, input: { fieldId: id } })}
                  >
                    {words.end}
                  </Button>
                )}
              </span>
            ))}
          </Row>
        </Card>
        <Card
          title={words.weight}
          about={words.weightAbout}
          actions={may && <Button onClick={() => setAct({ kind: 'weight' })}>{words.setWeight}</Button>}
        >
          {format.number(title.weight)}
        </Card>
      </Stack>
      {act && <StandardForms title={title} act={act} onClose={() => setAct(null)} />}
      {wrong && (
        <Confirm
          opened
          title={words.retract}
          action={words.retract}
          reason
          danger
          busy={retract.busy}
          problem={retract.problem}
          onClose={() => setWrong(null)}
          onConfirm={(reason) => retract.send({ standardId: wrong.id, reason })}
        >
          {words.retractAsk}
        </Confirm>
      )}
    </SideList>
  )
}
