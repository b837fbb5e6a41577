import { Bound } from '#web/kit/Bound.tsx'
import { FieldFrame, type FieldProps } from '#web/kit/FieldFrame.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Option = { value: string; label: string; group?: string }

/** One of a few known values, by the system's own list. `any` names the empty choice. */
export function SelectField({ options, any, ...field }: FieldProps<string> & { options: readonly Option[]; any?: string }) {
  const words = useWords(messages)
  const groups = byGroup(options)
  return (
    <Bound field={field} empty="">
      {({ value, onChange, onBlur, error }) => (
        <FieldFrame field={field} error={error}>
          {(control) => (
            <select {...control} className="kc-input" value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)}>
              {(any !== undefined || !options.some((option) => option.value === value)) && <option value="">{any ?? words.choose}</option>}
              {[...groups].map(([group, members]) =>
                group ? (
                  <optgroup key={group} label={group}>
                    {members.map(asOption)}
                  </optgroup>
                ) : (
                  members.map(asOption)
                ),
              )}
            </select>
          )}
        </FieldFrame>
      )}
    </Bound>
  )
}

function asOption({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  )
}

/** Not Map.groupBy: the oldest browsers served do not have it. */
function byGroup(options: readonly Option[]): Map<string, Option[]> {
  const groups = new Map<string, Option[]>()
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option])
  return groups
}
