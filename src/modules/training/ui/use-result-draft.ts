import { useState } from 'react'
import type { ResultRow } from '#modules/training/result.contract.ts'
import { stateOf } from '#modules/training/result-paste.ts'
import { resultStates, type ResultState } from '#modules/training/result.ts'

type Edit = { state: ResultState | null; grade: string }
export type Draft = Edit & { isChanged: boolean }
export type Change = { row: ResultRow; state: ResultState; grade: string | null }

/** Results as they are being entered, before anything of them is recorded. */
export function useResultDraft(rows: readonly ResultRow[]) {
  const [edits, setEdits] = useState<ReadonlyMap<string, Edit>>(new Map())
  const draftOf = (row: ResultRow): Draft => {
    const stored = { state: storedState(row), grade: row.grade ?? '' }
    const edit = edits.get(row.personId) ?? stored
    return { ...edit, isChanged: edit.state !== stored.state || edit.grade !== stored.grade }
  }
  function set(changes: readonly { row: ResultRow; edit: Partial<Edit> }[]) {
    const next = new Map(edits)
    for (const { row, edit } of changes) {
      const { state, grade } = draftOf(row)
      next.set(row.personId, { state, grade, ...edit })
    }
    setEdits(next)
  }
  return {
    draftOf,
    set,
    /** A mark tells whether it was passed, until somebody has said so otherwise. */
    setGrades: (from: number, grades: readonly string[]) =>
      set(
        grades.flatMap((grade, index) => {
          const row = rows[from + index]
          const trimmed = grade.trim()
          return row
            ? [{ row, edit: { grade: trimmed, ...(draftOf(row).state === null && trimmed ? { state: stateOf(trimmed) } : {}) } }]
            : []
        }),
      ),
    clear: () => setEdits(new Map()),
    changes: rows.flatMap((row): Change[] => {
      const { state, grade, isChanged } = draftOf(row)
      return isChanged && state ? [{ row, state, grade: grade || null }] : []
    }),
  }
}

function storedState({ state }: ResultRow): ResultState | null {
  return resultStates.find((one) => one === state) ?? null
}
