import './Button.css'
import { useId, type ComponentProps, type ReactNode } from 'react'
import { Icon, type IconName } from '#web/kit/Icon.tsx'

export type ButtonProps = Omit<ComponentProps<'button'>, 'disabled' | 'title'> & {
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  icon?: IconName
  /** Why it may not be pressed now; the button stays in reach of the keyboard and says it. */
  why?: string | null | undefined
  busy?: boolean
  children: ReactNode
}

/** An action. With `why` it is disabled and gives its reason. */
export function Button({ kind = 'plain', icon, why, busy, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const reason = useId()
  const closed = Boolean(why) || busy === true
  return (
    <>
      <button
        {...rest}
        type={closed ? 'button' : type}
        className="kc-button"
        data-kind={kind}
        title={why ?? undefined}
        aria-disabled={closed || undefined}
        aria-busy={busy || undefined}
        aria-describedby={why ? reason : rest['aria-describedby']}
        onClick={closed ? (event) => event.preventDefault() : onClick}
      >
        {icon && <Icon name={icon} />}
        {children}
      </button>
      {why && (
        <span id={reason} className="kc-hidden">
          {why}
        </span>
      )}
    </>
  )
}

/** A button that shows only a sign; its `label` is its name and its tooltip. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ComponentProps<'button'>, 'title' | 'children'> & { icon: IconName; label: string }) {
  return (
    <button type="button" {...rest} className="kc-button" data-kind="quiet" data-only-icon="" aria-label={label} title={label}>
      <Icon name={icon} size={18} />
    </button>
  )
}
