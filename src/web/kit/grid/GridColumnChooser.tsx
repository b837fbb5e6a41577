import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { messages } from '#web/kit/messages.ts'
import { Popover } from '#web/kit/Popover.tsx'
import { useWords } from '#web/words.ts'

/** Chooses which columns are shown; pinned ones always are. */
export function GridColumnChooser<Row>({
  columns,
  isShown,
  show,
  reset,
}: {
  columns: readonly GridColumn<Row>[]
  isShown: (key: string) => boolean
  show: (key: string, shown: boolean) => void
  reset: () => void
}) {
  const words = useWords(messages)
  const [opened, setOpened] = useState(false)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={words.columnsShown}
      button={
        <Button kind="quiet" icon="columns" aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {words.columns}
        </Button>
      }
    >
      <div className="kc-column-list">
        {columns
          .filter(({ pinned }) => !pinned)
          .map(({ key, header }) => (
            <CheckField key={key} label={header} value={isShown(key)} onChange={(shown) => show(key, shown)} />
          ))}
        <Button kind="quiet" onClick={reset}>
          {words.resetColumns}
        </Button>
      </div>
    </Popover>
  )
}
