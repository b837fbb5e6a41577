import './Floating.css'
import { Popover as MantinePopover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

/** A small panel under its button; it takes the focus and gives it back. */
export function Popover({
  opened,
  onChange,
  label,
  button,
  children,
}: {
  opened: boolean
  onChange: (opened: boolean) => void
  label: string
  button: ReactElement
  children: ReactNode
}) {
  return (
    <MantinePopover
      unstyled
      opened={opened}
      onChange={onChange}
      position="bottom-end"
      trapFocus
      returnFocus
      zIndex={250}
      transitionProps={{ duration: 80 }}
      classNames={{ dropdown: 'kc-popup' }}
    >
      <MantinePopover.Target>{button}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  )
}
