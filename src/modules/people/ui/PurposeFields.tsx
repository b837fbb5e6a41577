import { useState } from 'react'
import { purposes, readPurpose, writtenPurpose, type PurposeKind } from '#modules/people/purposes.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './purpose-messages.ts'

type Said = { kind: PurposeKind | ''; note: string }
export type PurposeSaid = Said & {
  /** What an operation is sent; null while something is wanting, which `why` then says. */
  written: string | null
  why: string | null
  set: (change: Partial<Said>) => void
}

/** What something is opened for, while it is being said. */
export function usePurposeSaid(before: string | undefined): PurposeSaid {
  const words = useWords(messages)
  const known = readPurpose(before ?? '')
  const [said, setSaid] = useState<Said>({ kind: known?.kind ?? '', note: known?.note ?? '' })
  const { kind, note } = said
  const written = kind === '' ? null : writtenPurpose({ kind, note })
  const why = written === null ? (kind === '' ? words.choose : words.noteNeeded) : null
  return { ...said, written, why, set: (change) => setSaid({ ...said, ...change }) }
}

/** One of the lawful purposes, and the task in the officer's own words; where a paper is named beside, only what no purpose says. */
export function PurposeFields({ said: { kind, note, set }, hasPaper = false }: { said: PurposeSaid; hasPaper?: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <>
      <SelectField
        label={words.purpose}
        required
        any={words.choose}
        options={Object.entries(purposes).map(([value, label]) => ({ value, label: label[language] }))}
        value={kind}
        onChange={(value) => set({ kind: Object.hasOwn(purposes, value) ? (value as PurposeKind) : '' })}
      />
      {(!hasPaper || kind === 'other') && (
        <TextField
          label={words.note}
          hint={words.noteHint}
          required={kind === 'other'}
          value={note}
          onChange={(text) => set({ note: text })}
        />
      )}
    </>
  )
}
