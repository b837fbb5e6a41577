import { useState } from 'react'
import { useFormat } from '#web/format.ts'
import { Bound } from '#web/kit/Bound.tsx'
import type { Binding } from '#web/kit/form-scope.ts'
import { FieldFrame, type FieldProps } from '#web/kit/FieldFrame.tsx'
import { parseNumber } from '#web/kit/parse-number.ts'
import { useLanguage } from '#web/language.tsx'

/** A box for a number, written as the reader's language writes it; its value is a number, null when empty, NaN when unreadable. */
export function NumberField(field: FieldProps<number | null>) {
  return (
    <Bound field={field} empty={null}>
      {(binding) => <NumberControl field={field} binding={binding} />}
    </Bound>
  )
}

function NumberControl({ field, binding }: { field: FieldProps<number | null>; binding: Binding<number | null> }) {
  const { language } = useLanguage()
  const format = useFormat()
  const [typed, setTyped] = useState<string | null>(null)
  const written = binding.value === null || Number.isNaN(binding.value) ? '' : format.number(binding.value)
  return (
    <FieldFrame field={field} error={binding.error}>
      {(control) => (
        <input
          {...control}
          className="kc-input kc-numeric"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? written}
          onChange={(event) => {
            setTyped(event.target.value)
            binding.onChange(parseNumber(event.target.value, language))
          }}
          onBlur={() => {
            if (!Number.isNaN(binding.value)) setTyped(null)
            binding.onBlur?.()
          }}
        />
      )}
    </FieldFrame>
  )
}
