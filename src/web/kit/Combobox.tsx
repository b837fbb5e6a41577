import './Floating.css'
import { Combobox as MantineCombobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { fold } from '#lib/vietnamese-names.ts'
import { Bound } from '#web/kit/Bound.tsx'
import type { Binding } from '#web/kit/form-scope.ts'
import { FieldFrame, type FieldProps } from '#web/kit/FieldFrame.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Choice = { value: string; label: string; about?: string }

type ComboboxProps = FieldProps<string> & {
  /** The known choices, filtered here without regard to diacritics … */
  options?: readonly Choice[]
  /** … or a search on the server, with a key under which its answers are remembered. */
  search?: { key: string; find: (text: string, signal: AbortSignal) => Promise<Choice[]> }
  /** The label of a value that is not among the options yet, such as one read from the address. */
  labelOf?: (value: string) => string | undefined
  placeholder?: string
}

/** One of many, found by typing. Its value is the choice's `value`, '' when none. */
export function Combobox(props: ComboboxProps) {
  return (
    <Bound field={props} empty="">
      {(binding) => <ComboboxControl props={props} binding={binding} />}
    </Bound>
  )
}

function ComboboxControl({ props, binding }: { props: ComboboxProps; binding: Binding<string> }) {
  const words = useWords(messages)
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const { choices, waiting } = useChoices(props, typed ?? '', store.dropdownOpened)
  const label = labelFor(binding.value, [...(props.options ?? []), ...(chosen ? [chosen] : [])], props.labelOf)
  function choose(value: string) {
    setChosen(choices.find((choice) => choice.value === value) ?? null)
    binding.onChange(value)
    setTyped(null)
    store.closeDropdown()
  }
  function leave() {
    store.closeDropdown()
    if (typed === '') binding.onChange('')
    setTyped(null)
    binding.onBlur?.()
  }
  return (
    <FieldFrame field={props} error={binding.error}>
      {(control) => (
        <MantineCombobox
          store={store}
          unstyled
          zIndex={400}
          onOptionSubmit={choose}
          transitionProps={{ duration: 80 }}
          classNames={{ dropdown: 'kc-popup', option: 'kc-popup-item', options: 'kc-options' }}
        >
          <MantineCombobox.Target withExpandedAttribute>
            <input
              {...control}
              className="kc-input"
              role="combobox"
              autoComplete="off"
              placeholder={props.placeholder ?? words.choose}
              value={typed ?? label}
              onFocus={() => store.openDropdown()}
              onClick={() => store.openDropdown()}
              onBlur={leave}
              onChange={(event) => {
                setTyped(event.target.value)
                store.openDropdown()
                store.updateSelectedOptionIndex()
              }}
            />
          </MantineCombobox.Target>
          <MantineCombobox.Dropdown>
            <MantineCombobox.Options aria-label={props.label}>
              {choices.map(({ value, label: name, about }) => (
                <MantineCombobox.Option key={value} value={value} active={value === binding.value}>
                  {name}
                  {about && <small>{about}</small>}
                </MantineCombobox.Option>
              ))}
              {choices.length === 0 && (
                <MantineCombobox.Empty className="kc-popup-label">{waiting ? words.searching : words.noneFound}</MantineCombobox.Empty>
              )}
            </MantineCombobox.Options>
          </MantineCombobox.Dropdown>
        </MantineCombobox>
      )}
    </FieldFrame>
  )
}

function useChoices({ options, search, name }: ComboboxProps, text: string, opened: boolean) {
  const found = useQuery({
    queryKey: ['combobox', search?.key ?? name, text],
    queryFn: ({ signal }) => search?.find(text, signal) ?? [],
    enabled: opened && search !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  if (search) return { choices: found.data ?? [], waiting: found.isFetching }
  const wanted = fold(text)
  return { choices: (options ?? []).filter(({ label }) => fold(label).includes(wanted)).slice(0, 100), waiting: false }
}

function labelFor(value: string, known: readonly Choice[], labelOf: ComboboxProps['labelOf']): string {
  if (value === '') return ''
  return known.find((choice) => choice.value === value)?.label ?? labelOf?.(value) ?? ''
}
