import './Floating.css'
import { Menu as MantineMenu } from '@mantine/core'
import type { ReactElement } from 'react'
import { useGo } from '#web/day.ts'

export type MenuItem = {
  label: string
  /** Said after the label, muted. */
  about?: string
  to?: string
  onSelect?: () => void
  /** Why it may not be chosen now. */
  why?: string | null
  danger?: boolean
}

/** Choices behind one button; `children` is that button. */
export function Menu({ items, heading, children }: { items: MenuItem[]; heading?: string; children: ReactElement }) {
  const go = useGo()
  return (
    <MantineMenu
      unstyled
      position="bottom-end"
      zIndex={250}
      transitionProps={{ duration: 80 }}
      classNames={{ dropdown: 'kc-popup', item: 'kc-popup-item', label: 'kc-popup-label' }}
    >
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {heading && <MantineMenu.Label>{heading}</MantineMenu.Label>}
        {items.map(({ label, about, to, onSelect, why, danger }) => (
          <MantineMenu.Item
            key={label}
            disabled={Boolean(why)}
            title={why ?? undefined}
            data-danger={danger || undefined}
            onClick={() => {
              if (to) void go(to)
              onSelect?.()
            }}
          >
            {label}
            {(why ?? about) && <small>{why ?? about}</small>}
          </MantineMenu.Item>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  )
}
