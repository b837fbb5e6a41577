import { fieldClassesLaw } from '#modules/people/field-classes.ts'
import { purposeLaw } from '#modules/people/purposes.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { useWords } from '#web/words.ts'
import { PurposeFields, usePurposeSaid } from './PurposeFields.tsx'
import { messages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

/** Asks what somebody else's guarded fields are opened for, once for the day. */
export function PurposeDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const { purpose, choose } = usePurpose()
  const said = usePurposeSaid(purpose)
  function show() {
    if (said.written === null) return
    choose(said.written)
    onClose()
  }
  return (
    <Dialog opened title={words.title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
      >
        <Stack>
          <p>{words.about}</p>
          <PurposeFields said={said} />
          <p>
            {words.law(
              [purposeLaw, fieldClassesLaw].map(({ document, verified }) => `${document}${verified ? '' : words.unverified}`).join('; '),
            )}
          </p>
          <Row>
            <Button kind="primary" type="submit" why={said.why}>
              {words.show}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  )
}
