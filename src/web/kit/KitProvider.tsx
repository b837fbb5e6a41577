import './theme.css'
import { createTheme, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { ToastProvider } from '#web/kit/Toast.tsx'
import { styleNonce } from '#web/nonce.ts'

// Mantine gives behaviour only (focus, keyboard, placing); its styles are off and ours stand in Floating.css.
const theme = createTheme({ respectReducedMotion: true })

/** What the kit's components need round the application. */
export function KitProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light" withCssVariables={false} withGlobalClasses={false} getStyleNonce={styleNonce}>
      <ToastProvider>{children}</ToastProvider>
    </MantineProvider>
  )
}
