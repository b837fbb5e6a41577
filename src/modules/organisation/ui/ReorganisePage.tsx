import { useState } from 'react'
import { applyReorganisation, previewReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { actKinds } from '#modules/organisation/reorganisation.ts'
import { useCommand } from '#web/command.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { TextField } from '#web/kit/TextField.tsx'
import { useUnsavedGuard } from '#web/kit/use-unsaved-guard.ts'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { ActFields } from './ActFields.tsx'
import { EffectView } from './EffectView.tsx'
import { findDecisions } from './find-decisions.ts'
import { messages } from './messages.ts'
import { newAct, specOf, type Draft, type DraftAct } from './reorganisation-draft.ts'

const isDay = /^\d{4}-\d{2}-\d{2}$/

/** A reorganisation drawn up act by act; nothing is written before its dry run has been read. */
export function ReorganisePage() {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const { today } = useDay()
  const [draft, setDraft] = useState<Draft>({ on: '', titleVi: '', titleEn: '', decisionId: '', acts: [] })
  const [seen, setSeen] = useState<Draft | null>(null)
  const [done, setDone] = useState(false)
  const preview = useCommand(previewReorganisation, { refresh: [] })
  const apply = useCommand(applyReorganisation, { onDone: () => setDone(true) })
  const [effect, setEffect] = useState<Awaited<ReturnType<typeof preview.send>>>(null)
  useUnsavedGuard(draft.acts.length > 0 && !done)
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change })
  const setAct = (act: DraftAct) => set({ acts: draft.acts.map((one) => (one.key === act.key ? act : one)) })
  const missing = missingOf(draft, words)
  const problem = apply.problem ?? preview.problem
  const look = async () => {
    const found = await preview.send(specOf(draft))
    setEffect(found)
    setSeen(found ? draft : null)
  }
  const crumbs = [
    { label: words.units, to: paths.units() },
    { label: words.reorganisations, to: paths.reorganisations() },
  ]
  if (done) {
    return (
      <Page title={draft.titleVi} crumbs={crumbs}>
        <Notice tone="success">
          {words.applied} <Link to={paths.reorganisations()}>{words.seeAll}</Link>
        </Notice>
      </Page>
    )
  }
  return (
    <Page title={words.newReorganisation} about={words.newReorganisationAbout} crumbs={crumbs}>
      <Card title={words.stepPaper}>
        <div className="kc-form">
          <div className="kc-form-fields">
            <DateField label={words.onDay} precision="day" required value={draft.on} onChange={(on) => set({ on })} />
            <Combobox
              label={words.decision}
              value={draft.decisionId}
              onChange={(decisionId) => set({ decisionId })}
              search={{ key: 'decisions', find: (text, signal) => findDecisions(text, today, signal) }}
            />
            <TextField label={words.titleVi} required wide value={draft.titleVi} onChange={(titleVi) => set({ titleVi })} />
            <TextField label={words.titleEn} required wide value={draft.titleEn} onChange={(titleEn) => set({ titleEn })} />
          </div>
        </div>
      </Card>
      {draft.acts.map((act, at) => (
        <ActFields
          key={act.key}
          act={act}
          number={at + 1}
          day={isDay.test(draft.on) ? draft.on : today}
          onChange={setAct}
          onRemove={() => set({ acts: draft.acts.filter((one) => one !== act) })}
        />
      ))}
      <div className="kc-row">
        <Menu
          items={actKinds.map((kind) => ({
            label: words.acts[kind],
            about: words.actAbout[kind],
            onSelect: () => set({ acts: [...draft.acts, newAct(kind)] }),
          }))}
        >
          <Button icon="plus">{words.addAct}</Button>
        </Menu>
        <Button kind="primary" busy={preview.busy} why={missing} onClick={() => void look()}>
          {words.dryRun}
        </Button>
      </div>
      <ErrorSummary
        lines={
          problem
            ? problem.refusals.length > 0
              ? problem.refusals.map((refusal) => ({ text: refusalText(refusal) }))
              : [{ problem, text: '' }]
            : []
        }
      />
      {effect && <EffectView effect={effect} />}
      {effect && (
        <div className="kc-row">
          <Button
            kind="primary"
            busy={apply.busy}
            why={effect.refusals.length > 0 ? words.whyRefused : seen === draft ? null : words.whyChanged}
            onClick={() => void apply.send(specOf(draft))}
          >
            {words.carryOut}
          </Button>
        </div>
      )}
    </Page>
  )
}

function missingOf({ on, titleVi, titleEn, acts }: Draft, words: typeof messages.vi): string | null {
  if (!isDay.test(on)) return words.needsDay
  if (titleVi.trim() === '' || titleEn.trim() === '') return words.needsTitle
  if (acts.length === 0) return words.needsAct
  if (acts.some(({ from }) => from.length === 0)) return words.needsUnits
  return acts.some(({ targets }) =>
    targets.some(({ existing, nameVi, nameEn }) => !existing && (nameVi.trim() === '' || nameEn.trim() === '')),
  )
    ? words.needsTarget
    : null
}
