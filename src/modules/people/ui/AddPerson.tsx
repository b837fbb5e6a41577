import { useState } from 'react'
import { z } from 'zod'
import { dayText, idText } from '#lib/operation.ts'
import { membershipKinds } from '#modules/people/kinds.ts'
import { createPerson, postFields, profileFields } from '#modules/people/person.contract.ts'
import { basisFields } from '#modules/people/basis.ts'
import { useGo } from '#web/day.ts'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { BasisFields } from './BasisFields.tsx'
import { EventForm } from './EventForm.tsx'
import { PostFields } from './PostFields.tsx'
import { ProfileFields } from './ProfileFields.tsx'
import { UnitField } from './UnitField.tsx'
import { messages } from './form-messages.ts'

const shared = {
  ...profileFields,
  cccd: z.string().trim().max(20).nullable().default(null),
  unitId: idText,
  from: dayText,
  decisionId: basisFields.decisionId,
  basis: basisFields.basis,
}
const postShape = z.object({
  ...shared,
  titleCode: postFields.titleCode,
  titleText: postFields.titleText,
  officialKind: postFields.officialKind,
})
const membershipKind = z.enum(['deputy', 'party_member', 'association_member'])
const memberShape = z.object({ ...shared, membership: membershipKind, association: z.string().trim().max(300).nullable().default(null) })

/** Enters a person with the post or the tie that brings them here. */
export function AddPerson({
  onClose,
  unitId,
  unitName,
}: {
  onClose: () => void
  unitId: string | undefined
  unitName: string | undefined
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const go = useGo()
  const [tie, setTie] = useState('post')
  const unit = unitId && unitName ? { id: unitId, name: unitName } : null
  const done = ({ personId }: { personId: string }) => {
    onClose()
    go(paths.person(personId))
  }
  const common = { operation: createPerson, submitLabel: words.add, onDone: done, onCancel: onClose }
  const choice = (
    <SelectField
      label={words.tie}
      wide
      value={tie}
      onChange={setTie}
      options={[
        { value: 'post', label: words.tiePost },
        { value: 'membership', label: words.tieMembership },
      ]}
    />
  )
  return (
    <Drawer opened title={words.addTitle} onClose={onClose} width={620}>
      {tie === 'post' ? (
        <EventForm
          key="post"
          {...common}
          shape={postShape}
          start={{ unitId: unitId ?? '' }}
          inputOf={({ titleCode, titleText, officialKind, ...person }) => ({
            ...person,
            as: { tie: 'post' as const, titleCode, titleText, officialKind },
          })}
        >
          {choice}
          <ProfileFields />
          <TextField name="cccd" label={words.cccd} />
          <PostFields unit={unit} withKind={false} withEnd={false} />
          <BasisFields />
        </EventForm>
      ) : (
        <EventForm
          key="membership"
          {...common}
          shape={memberShape}
          start={{ unitId: unitId ?? '', membership: 'party_member' }}
          inputOf={({ membership, association, ...person }) => ({
            ...person,
            as: { tie: 'membership' as const, kind: membership, association },
          })}
        >
          {choice}
          <ProfileFields />
          <TextField name="cccd" label={words.cccd} />
          <SelectField
            name="membership"
            label={words.membership}
            options={Object.entries(membershipKinds).map(([value, label]) => ({ value, label: label[language] }))}
          />
          <TextField name="association" label={words.association} />
          <UnitField name="unitId" label={words.unit} known={unit} required />
          <DateField name="from" label={words.from} precision="day" required />
          <BasisFields />
        </EventForm>
      )}
    </Drawer>
  )
}
