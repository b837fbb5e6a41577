import './Floating.css'
import { Combobox as MantineCombobox, useCombobox } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fold } from '#lib/vietnamese-names.ts'
import { labelFor, type Choice, type ComboboxProps } from '#web/kit/combobox-choice.ts'
import type { Binding } from '#web/kit/form-scope.ts'
import type { ControlProps } from '#web/kit/FieldFrame.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** The box and its list of choices. */
export function ComboboxControl({ props, binding, control }: { props: ComboboxProps; binding: Binding<string>; control: ControlProps }) {
  const words = useWords(messages)
  const store = useCombobox({ onDropdownClose: () => store.resetSelectedOption() })
  const [typed, setTyped] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Choice | null>(null)
  const { choices, waiting } = useChoices(props, typed ?? '', store.dropdownOpened)
  useFirstChosen(store, typed, choices)
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

/** While typing, Enter takes the first that was found. */
function useFirstChosen(store: ReturnType<typeof useCombobox>, typed: string | null, choices: readonly Choice[]) {
  const found = choices.map(({ value }) => value).join('\n')
  const { selectFirstOption } = store
  useEffect(() => {
    if (typed) selectFirstOption()
    // The store's functions are new at every render; only what was found counts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, found])
}
