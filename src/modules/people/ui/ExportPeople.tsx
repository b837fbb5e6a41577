import { useState } from 'react'
import { exportColumns, exportList, sensitiveColumns, type PeopleFilters } from '#modules/people/list.contract.ts'
import { addressOf } from '#web/client.ts'
import { Stack } from '#web/kit/Card.tsx'
import { Button } from '#web/kit/Button.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { shownColumns } from '#web/kit/grid/shown-columns.ts'
import { messages } from './list-messages.ts'

/** Asks for the purpose when sensitive columns go along; each export is logged. */
export function ExportPeople({
  opened,
  onClose,
  filters,
  day,
}: {
  opened: boolean
  onClose: () => void
  filters: PeopleFilters
  day: string
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const [sensitive, setSensitive] = useState(false)
  const [purpose, setPurpose] = useState('')
  const shown = shownColumns('people')
  const columns = exportColumns.filter((column) =>
    sensitiveColumns.includes(column) ? sensitive : column === 'name' || shown[column] !== false,
  )
  const href = addressOf(exportList, { ...filters, day, columns, language, purpose: sensitive ? purpose : undefined })
  const missing = sensitive && purpose.trim().length < 3
  return (
    <Dialog opened={opened} title={words.exportTitle} onClose={onClose}>
      <Stack>
        <p>{words.exportAbout}</p>
        {may('people.sensitive') && <CheckField label={words.exportSensitive} value={sensitive} onChange={setSensitive} />}
        {sensitive && <TextField label={words.purpose} required value={purpose} onChange={setPurpose} />}
        {missing ? (
          <Button why={words.purpose}>{words.download}</Button>
        ) : (
          <DownloadLink kind="button" href={href}>
            {words.download}
          </DownloadLink>
        )}
      </Stack>
    </Dialog>
  )
}
