import './Floating.css'
import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type DialogProps = {
  opened: boolean
  title: string
  onClose: () => void
  wide?: boolean
  locked?: boolean
  children: ReactNode
}

export function DialogFrame({ opened, title, onClose, wide, locked, children }: DialogProps) {
  const words = useWords(messages)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      unstyled
      zIndex={300}
      closeOnClickOutside={false}
      closeOnEscape={!locked}
      withCloseButton={!locked}
      transitionProps={{ duration: 100, transition: 'fade' }}
      closeButtonProps={{ 'aria-label': words.close }}
      style={{ '--wide': wide ? '860px' : '520px' }}
      classNames={{
        overlay: 'kc-overlay',
        inner: 'kc-dialog-inner',
        content: 'kc-dialog',
        header: 'kc-floating-head',
        body: 'kc-floating-body',
        close: 'kc-floating-close',
      }}
    >
      {children}
    </Modal>
  )
}
