import { exportColumns, exportList, sensitiveColumns, type PeopleFilters } from '#modules/people/list.contract.ts'
import { addressOf } from '#web/client.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { shownColumns } from '#web/kit/grid/shown-columns.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { messages } from './list-messages.ts'

/** The list as it is shown, in Excel; each export is logged. */
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
  if (!opened) return null
  const shown = shownColumns('people')
  const columnsWith = (isGuarded: boolean) =>
    exportColumns.filter((column) => (sensitiveColumns.includes(column) ? isGuarded : column === 'name' || shown[column] !== false))
  return (
    <ExportDialog
      title={words.exportTitle}
      about={words.exportAbout}
      addressWith={(basis) => addressOf(exportList, { ...filters, day, columns: columnsWith(basis !== null), language, ...basis })}
      onClose={onClose}
    />
  )
}
