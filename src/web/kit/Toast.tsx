import './Toast.css'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'
import { Icon } from '#web/kit/Icon.tsx'

const Say = createContext<(sentence: string) => void>(() => {})

/** Says that something succeeded and needs no action; failures stay on the page and are never said here. */
export function useToast(): (sentence: string) => void {
  return use(Say)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<{ id: number; sentence: string }[]>([])
  const say = useCallback((sentence: string) => {
    const id = performance.now()
    setToasts((before) => [...before.slice(-2), { id, sentence }])
    setTimeout(() => setToasts((before) => before.filter((toast) => toast.id !== id)), 5000)
  }, [])
  return (
    <Say value={say}>
      {children}
      <div className="kc-toasts" role="status" aria-live="polite">
        {toasts.map(({ id, sentence }) => (
          <div key={id} className="kc-toast">
            <Icon name="check" />
            {sentence}
          </div>
        ))}
      </div>
    </Say>
  )
}
