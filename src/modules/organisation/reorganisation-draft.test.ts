import { expect, test } from 'vitest'
import { previewReorganisation } from './reorganisation.contract.ts'
import { newAct, newTarget, specOf, type Draft } from './ui/reorganisation-draft.ts'

const north = { id: '0190a2b0-0000-7000-8000-000000000001', name: 'Xã Bắc' }
const south = { id: '0190a2b0-0000-7000-8000-000000000002', name: 'Xã Nam' }
const draft = (acts: Draft['acts']): Draft => ({ on: '2026-01-01', titleVi: ' Nhập xã ', titleEn: 'Merger', decisionId: '', acts })

test('what the page draws up is what the contract takes', () => {
  const target = { ...newTarget(), nameVi: 'Xã Mới', nameEn: 'New Commune', code: '02431', parent: { id: south.id, name: 'Huyện' } }
  const spec = specOf(
    draft([
      { ...newAct('merge'), from: [north, south], targets: [target] },
      { ...newAct('upgrade'), from: [north], nameVi: 'Phường Bắc', nameEn: 'Bắc Ward', unitKind: 'ward', partyParent: south },
    ]),
  )

  const parsed = previewReorganisation.input.parse(spec)
  expect(parsed).toMatchObject({
    titleVi: 'Nhập xã',
    newUnits: [{ id: target.key, nameVi: 'Xã Mới', codes: [{ scheme: 'administrative', code: '02431' }], parents: { state: south.id } }],
    acts: [
      { kind: 'merge', from: [north.id, south.id], to: [target.key] },
      { kind: 'upgrade', from: [north.id], to: [], nameVi: 'Phường Bắc', unitKind: 'ward', parents: { party: south.id } },
    ],
  })
})

test('a target that exists begins nothing', () => {
  const spec = specOf(draft([{ ...newAct('merge'), from: [north], targets: [{ ...newTarget(), existing: south }] }]))

  expect(spec.newUnits).toEqual([])
  expect(spec.acts[0]?.to).toEqual([south.id])
})
