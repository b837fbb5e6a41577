import { listDecisions } from '#modules/decisions/decision.contract.ts'
import { call } from '#web/client.ts'
import { formatDay } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

/** Where the fact comes from: a paper of the register, or in words. `reason` asks why something recorded is corrected. */
export function BasisFields({ reason = false }: { reason?: boolean }) {
  const words = useWords(messages)
  return (
    <>
      <Combobox
        name="decisionId"
        label={words.decision}
        hint={words.decisionHint}
        wide
        search={{
          key: 'decisions',
          find: async (q, signal) =>
            (await call(listDecisions, { q, limit: 8 }, { signal })).decisions.map(({ id, code, issuedOn, subject }) => ({
              value: id,
              label: `${code} · ${formatDay(issuedOn)}`,
              about: subject,
            })),
        }}
      />
      {reason ? (
        <TextField name="reason" label={words.reason} wide required />
      ) : (
        <TextField name="basis" label={words.basis} hint={words.basisHint} wide />
      )}
    </>
  )
}
