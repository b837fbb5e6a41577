import type { Decision } from '#modules/decisions/decision.contract.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Link } from '#web/kit/Link.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** What the register says of the paper itself. */
export function DecisionHead({ decision }: { decision: Decision }) {
  const words = useWords(messages)
  const format = useFormat()
  return (
    <Card>
      <Facts
        items={[
          { label: words.code, value: decision.code },
          { label: words.issuedOn, value: format.day(decision.issuedOn) },
          { label: words.kind, value: words.kinds[decision.kind as keyof typeof words.kinds] ?? decision.kind },
          {
            label: words.issuer,
            value: decision.issuerUnitId ? <Link to={paths.unit(decision.issuerUnitId)}>{decision.issuer}</Link> : decision.issuer,
          },
          { label: words.signer, value: [decision.signerTitle, decision.signer].filter(Boolean).join(' ') || '–' },
          ...(decision.run ? [{ label: words.paper, value: <Link to={paths.importRun(decision.run.id)}>{words.byImport}</Link> }] : []),
        ]}
      />
    </Card>
  )
}
