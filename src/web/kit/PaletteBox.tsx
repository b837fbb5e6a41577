import './Floating.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

export type PaletteFrameProps = {
  opened: boolean
  label: string
  onClose: () => void
  children: ReactNode
}

export function PaletteBox({ opened, label, onClose, children }: PaletteFrameProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      unstyled
      zIndex={350}
      transitionProps={{ duration: 80, transition: 'fade' }}
      style={{ '--wide': '620px' }}
      classNames={{ inner: 'kc-dialog-inner', content: 'kc-dialog', overlay: 'kc-overlay' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={label}>{children}</Modal.Content>
    </Modal.Root>
  )
}
