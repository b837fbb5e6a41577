import { sharedSeats } from '#modules/training/plan-line.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { FieldRows } from '#web/kit/FieldRows.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './plan-messages.ts'
import { useLineSeats } from './use-line-seats.ts'

export type ShareDraft = { unit: { id: string; vi: string; en: string }; seats: number | null }

/** How many of the seats each unit gets. */
export function LineShares({ shares, onChange }: { shares: ShareDraft[]; onChange: (shares: ShareDraft[]) => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const count = useLineSeats()
  const set = (at: number, change: Partial<ShareDraft>) =>
    onChange(shares.map((share, index) => (index === at ? { ...share, ...change } : share)))
  const shared = sharedSeats(shares.map((share) => ({ seats: Number.isNaN(share.seats) ? 0 : (share.seats ?? 0) })))
  return (
    <FieldRows label={words.shares}>
      {shares.map((share, at) => (
        <Row key={at}>
          <Combobox
            inline
            label={words.unit}
            value={share.unit.id}
            onChange={(id) => set(at, { unit: { id, vi: '', en: '' } })}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
            labelOf={(id) => (id === share.unit.id && share.unit[language] !== '' ? share.unit[language] : undefined)}
          />
          <NumberField inline label={words.seats} value={share.seats} onChange={(given) => set(at, { seats: given })} />
          <IconButton
            icon="close"
            label={`${words.remove}: ${share.unit[language]}`}
            onClick={() => onChange(shares.filter((_, index) => index !== at))}
          />
        </Row>
      ))}
      <Row>
        <Button icon="plus" onClick={() => onChange([...shares, { unit: { id: '', vi: '', en: '' }, seats: null }])}>
          {words.addShare}
        </Button>
        {words.sharedOf(format.number(shared), format.number(count))}
      </Row>
    </FieldRows>
  )
}
