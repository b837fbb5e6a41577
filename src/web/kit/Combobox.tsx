import { Bound } from '#web/kit/Bound.tsx'
import { labelFor, type Choice, type ComboboxProps } from '#web/kit/combobox-choice.ts'
import type { Binding } from '#web/kit/form-scope.ts'
import { FieldFrame, type ControlProps } from '#web/kit/FieldFrame.tsx'
import { lazyPart } from '#web/lazy-part.tsx'

export type { Choice }

const ComboboxControl = lazyPart(
  () => import('./ComboboxControl.tsx').then((module) => module.ComboboxControl),
  ({ props, binding, control }: { props: ComboboxProps; binding: Binding<string>; control: ControlProps }) => (
    <input {...control} className="kc-input" readOnly value={labelFor(binding.value, props.options ?? [], props.labelOf)} />
  ),
)

/** One of many, found by typing. Its value is the choice's `value`, '' when none. */
export function Combobox(props: ComboboxProps) {
  return (
    <Bound field={props} empty="">
      {(binding) => (
        <FieldFrame field={props} error={binding.error}>
          {(control) => <ComboboxControl props={props} binding={binding} control={control} />}
        </FieldFrame>
      )}
    </Bound>
  )
}
