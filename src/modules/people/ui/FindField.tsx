import { useEffect, useRef, useState } from 'react'
import { TextField } from '#web/kit/TextField.tsx'

const pause = 250

/** A search box that asks when the typing rests, not at each letter. */
export function FindField({
  label,
  placeholder,
  value,
  onChange,
}: {
  label: string
  placeholder?: string
  value: string
  onChange: (text: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(waiting.current), [])
  function type(text: string) {
    setTyped(text)
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => {
      onChange(text.trim())
      setTyped(null)
    }, pause)
  }
  return <TextField inline type="search" label={label} {...(placeholder ? { placeholder } : {})} value={typed ?? value} onChange={type} />
}
