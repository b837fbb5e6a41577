import './Floating.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

/** A dialog without a head, closed by Escape or a click beside it. */
export function PaletteFrame({
  opened,
  label,
  onClose,
  children,
}: {
  opened: boolean
  label: string
  onClose: () => void
  children: ReactNode
}) {
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
