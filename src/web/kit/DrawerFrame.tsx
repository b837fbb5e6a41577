import './Floating.css'
import { Drawer as MantineDrawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type DrawerProps = {
  opened: boolean
  title: string
  onClose: () => void
  side?: 'left' | 'right'
  width?: number
  children: ReactNode
}

export function DrawerFrame({ opened, title, onClose, side = 'right', width = 440, children }: DrawerProps) {
  const words = useWords(messages)
  return (
    <MantineDrawer
      opened={opened}
      onClose={onClose}
      title={title}
      position={side}
      unstyled
      zIndex={300}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': words.close }}
      style={{ '--wide': `${width}px` }}
      classNames={{
        overlay: 'kc-overlay',
        inner: 'kc-drawer-inner',
        content: 'kc-drawer',
        header: 'kc-floating-head',
        body: 'kc-floating-body',
        close: 'kc-floating-close',
      }}
      attributes={{ inner: { 'data-side': side } }}
    >
      {children}
    </MantineDrawer>
  )
}
