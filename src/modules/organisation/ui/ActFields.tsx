import { unitKinds } from '#modules/organisation/unit-kind.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import { newTarget, type DraftAct, type Target } from './reorganisation-draft.ts'
import { TargetFields } from './TargetFields.tsx'
import { UnitPicks } from './UnitPicks.tsx'

/** One act of a reorganisation: its units, and what its kind asks besides. */
export function ActFields({
  act,
  number,
  day,
  onChange,
  onRemove,
}: {
  act: DraftAct
  number: number
  day: string
  onChange: (act: DraftAct) => void
  onRemove: () => void
}) {
  const words = useWords(messages)
  const set = (change: Partial<DraftAct>) => onChange({ ...act, ...change })
  const setTarget = (target: Target) => set({ targets: act.targets.map((one) => (one.key === target.key ? target : one)) })
  const isOfOne = act.kind === 'split' || act.kind === 'rename' || act.kind === 'upgrade'
  return (
    <Card
      title={`${number}. ${words.acts[act.kind]}`}
      about={words.actAbout[act.kind]}
      actions={
        <Button kind="quiet" icon="close" onClick={onRemove}>
          {words.removeAct}
        </Button>
      }
    >
      <div className="kc-form">
        <div className="kc-form-fields">
          <UnitPicks
            label={isOfOne ? words.fromOne : words.fromUnits}
            day={day}
            single={isOfOne}
            value={act.from}
            onChange={(from) => set({ from })}
          />
          <KindFields act={act} day={day} set={set} />
        </div>
        {act.targets.map((target) => (
          <TargetFields
            key={target.key}
            target={target}
            day={day}
            onChange={setTarget}
            onRemove={
              act.kind === 'split' && act.targets.length > 1
                ? () => set({ targets: act.targets.filter((one) => one !== target) })
                : undefined
            }
          />
        ))}
        {act.kind === 'split' && (
          <Button icon="plus" onClick={() => set({ targets: [...act.targets, newTarget()] })}>
            {words.addTarget}
          </Button>
        )}
        <TextField label={words.note} hint={words.noteHint} wide value={act.note} onChange={(note) => set({ note })} />
      </div>
    </Card>
  )
}

function KindFields({ act, day, set }: { act: DraftAct; day: string; set: (change: Partial<DraftAct>) => void }) {
  const words = useWords(messages)
  const { kind } = useNames()
  const names = act.kind === 'rename' || act.kind === 'upgrade'
  const parents = act.kind === 'transfer' || act.kind === 'upgrade'
  return (
    <>
      {act.kind === 'split' && (
        <CheckField label={words.splitEnds} hint={words.splitEndsHint} wide value={act.ends} onChange={(ends) => set({ ends })} />
      )}
      {names && <TextField label={words.newNameVi} value={act.nameVi} onChange={(nameVi) => set({ nameVi })} />}
      {names && <TextField label={words.nameEn} value={act.nameEn} onChange={(nameEn) => set({ nameEn })} />}
      {act.kind === 'upgrade' && (
        <SelectField
          label={words.newKind}
          required
          value={act.unitKind}
          any={words.choose}
          onChange={(value) => set({ unitKind: unitKinds.find((one) => one === value) ?? '' })}
          options={unitKinds.map((value) => ({ value, label: kind(value) }))}
        />
      )}
      {act.kind === 'upgrade' && (
        <TextField label={words.newCode} hint={words.newCodeHint} value={act.code} onChange={(code) => set({ code })} />
      )}
      {parents && (
        <UnitPicks
          label={words.newStateParent}
          day={day}
          single
          optional
          value={act.stateParent ? [act.stateParent] : []}
          onChange={([picked]) => set({ stateParent: picked ?? null })}
        />
      )}
      {parents && (
        <UnitPicks
          label={words.newPartyParent}
          day={day}
          single
          optional
          value={act.partyParent ? [act.partyParent] : []}
          onChange={([picked]) => set({ partyParent: picked ?? null })}
        />
      )}
    </>
  )
}
