import { useState } from 'react'
import { formatDay } from '#web/format.ts'
import { Bound } from '#web/kit/Bound.tsx'
import type { Binding } from '#web/kit/form-scope.ts'
import { FieldFrame, type FieldProps } from '#web/kit/FieldFrame.tsx'
import { messages } from '#web/kit/messages.ts'
import { dateOfText } from '#web/kit/read-date-text.ts'
import { useWords } from '#web/words.ts'

type DateFieldProps = FieldProps<string> & {
  /** `part` also takes a month or a year alone (default); `day` needs the whole day. */
  precision?: 'day' | 'part'
  /** What an empty field means, such as "today"; else how to write a date. */
  placeholder?: string
}

/** A date typed as people write it. Its value is '1983-05-02', '1983-05' or '1983'; while unreadable, it is what was typed, which no date schema takes. */
export function DateField({ precision = 'part', placeholder, ...field }: DateFieldProps) {
  return (
    <Bound field={field} empty="">
      {(binding) => <DateControl precision={precision} placeholder={placeholder} field={field} binding={binding} />}
    </Bound>
  )
}

function DateControl({
  precision,
  placeholder,
  field,
  binding,
}: {
  precision: 'day' | 'part'
  placeholder: string | undefined
  field: FieldProps<string>
  binding: Binding<string>
}) {
  const words = useWords(messages)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const trouble = typed ? troubleOf(typed, precision, words) : undefined
  function change(text: string) {
    setTyped(text)
    setLeft(false)
    binding.onChange(dateOfText(text) ?? text.trim())
  }
  function leave() {
    setLeft(true)
    if (!trouble) setTyped(null)
    binding.onBlur?.()
  }
  return (
    <FieldFrame field={field} error={(left ? trouble : undefined) ?? (binding.error && (trouble ?? binding.error))}>
      {(control) => (
        <input
          {...control}
          className="kc-input"
          inputMode="numeric"
          autoComplete="off"
          size={12}
          placeholder={placeholder ?? (precision === 'day' ? 'dd/mm/yyyy' : words.dateHint)}
          value={typed ?? (binding.value ? formatDay(binding.value) : '')}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
        />
      )}
    </FieldFrame>
  )
}

function troubleOf(text: string, precision: 'day' | 'part', words: typeof messages.vi): string | undefined {
  const date = dateOfText(text)
  if (date === null) return words.dateUnreadable
  return precision === 'day' && date.length < 10 ? words.dateNeedsDay : undefined
}
