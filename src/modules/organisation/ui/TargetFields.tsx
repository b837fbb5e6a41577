import { kindOfUnit, unitKinds } from '#modules/organisation/unit-kind.ts'
import { englishName, kindOfName } from '#modules/organisation/kind-of-name.ts'
import { Button } from '#web/kit/Button.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { Target } from './reorganisation-draft.ts'
import { UnitPicks } from './UnitPicks.tsx'

/** Where units pass to: a unit that exists, or the name, kind, code and place of one that begins. */
export function TargetFields({
  target,
  day,
  onChange,
  onRemove,
}: {
  target: Target
  day: string
  onChange: (target: Target) => void
  onRemove?: (() => void) | undefined
}) {
  const words = useWords(messages)
  const { kind } = useNames()
  const set = (change: Partial<Target>) => onChange({ ...target, ...change })
  const rename = (nameVi: string) => {
    const meant = kindOfName(nameVi)
    const next = meant === 'other_body' ? target.kind : meant
    const wasDerived = target.nameEn === '' || target.nameEn === englishName(target.nameVi, target.kind)
    set({ nameVi, kind: next, ...(wasDerived ? { nameEn: englishName(nameVi, next) } : {}) })
  }
  const kinds = unitKinds.filter((value) => kindOfUnit(value).to === null || day < (kindOfUnit(value).to ?? ''))
  return (
    <fieldset className="kc-form-fields">
      <legend className="kc-strong">{words.target}</legend>
      <UnitPicks
        label={words.existingTarget}
        day={day}
        single
        optional
        value={target.existing ? [target.existing] : []}
        onChange={([existing]) => set({ existing: existing ?? null })}
      />
      {!target.existing && (
        <>
          <TextField label={words.newNameVi} required value={target.nameVi} onChange={rename} />
          <TextField label={words.nameEn} required value={target.nameEn} onChange={(nameEn) => set({ nameEn })} />
          <SelectField
            label={words.kind}
            value={target.kind}
            onChange={(value) => set({ kind: unitKinds.find((one) => one === value) ?? target.kind })}
            options={kinds.map((value) => ({ value, label: kind(value) }))}
          />
          <TextField label={words.code} value={target.code} onChange={(code) => set({ code })} />
          <UnitPicks
            label={words.under}
            day={day}
            single
            value={target.parent ? [target.parent] : []}
            onChange={([parent]) => set({ parent: parent ?? null })}
          />
        </>
      )}
      {onRemove && (
        <Button kind="quiet" icon="close" onClick={onRemove}>
          {words.removeTarget}
        </Button>
      )}
    </fieldset>
  )
}
