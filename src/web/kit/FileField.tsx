import './Field.css'
import { useId, useState, type DragEvent } from 'react'
import { Icon } from '#web/kit/Icon.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** A place to drop or choose one file. */
export function FileField({
  label,
  accept,
  hint,
  onFile,
}: {
  label: string
  accept?: string
  hint?: string
  onFile: (file: File) => void
}) {
  const words = useWords(messages)
  const id = useId()
  const [over, setOver] = useState(false)
  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    <label
      className="kc-drop"
      htmlFor={id}
      data-over={over ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="upload" size={24} />
      <span>
        <span className="kc-strong">{label}</span>
        <br />
        <strong>{words.dropFile}</strong>
      </span>
      {hint && <span className="kc-field-hint">{hint}</span>}
      <input
        id={id}
        className="kc-hidden"
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </label>
  )
}
