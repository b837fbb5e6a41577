import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { recordAssignments, type AssignmentKind } from '#modules/people/assignment.sql.ts'
import { addPeople, type NewPerson } from '#modules/people/person.sql.ts'
import { syncTitles } from '#modules/organisation/title.sql.ts'
import type { TestApp } from './app.ts'

/** A district of three communes, from 2010 on. */
export async function makeDistrict(app: TestApp): Promise<{ district: string; north: string; south: string; west: string }> {
  await app.write(syncTitles)
  const district = crypto.randomUUID()
  const commune = (nameVi: string, nameEn: string) => ({
    nameVi,
    nameEn,
    kind: 'commune' as const,
    from: '2010-01-01',
    parents: { state: district },
  })
  const [, north = '', south = '', west = ''] = await app.write((tx) =>
    addUnits(tx, [
      { id: district, nameVi: 'Huyện Sông Trong', nameEn: 'Song Trong district', kind: 'district', from: '2010-01-01' },
      commune('Xã Đồi Bắc', 'Doi Bac commune'),
      commune('Xã Đồi Nam', 'Doi Nam commune'),
      commune('Xã Đồi Tây', 'Doi Tay commune'),
    ]),
  )
  return { district, north, south, west }
}

export type MadeOfficial = Partial<NewPerson> & {
  unitId: string
  titleText?: string
  titleCode?: string
  from?: string
  to?: string | null
  kind?: AssignmentKind
}

/** Persons with a post each; whatever is not said is ordinary. */
export async function makeOfficials(app: TestApp, officials: MadeOfficial[]): Promise<string[]> {
  return app.write(async (tx) => {
    const ids = await addPeople(
      tx,
      officials.map((one, index) => ({
        fullName: `Nguyễn Văn ${letters(index)}`,
        sex: 'male' as const,
        birth: '1983-05-02',
        ...personOf(one),
      })),
    )
    await recordAssignments(
      tx,
      officials.map((one, index) => ({
        personId: ids[index] ?? '',
        kind: one.kind ?? 'main',
        unitId: one.unitId,
        titleText: one.titleText ?? 'Công chức',
        titleCode: one.titleCode ?? null,
        from: one.from ?? '2015-01-01',
        to: one.to ?? null,
      })),
    )
    return ids
  })
}

export async function makeDecision(app: TestApp, code = '215-QĐ/HU', issuedOn = '2018-09-12'): Promise<string> {
  const [id = ''] = await app.write((tx) =>
    addDecisions(tx, [{ code, kind: 'appointment', issuedOn, issuer: 'Huyện ủy Sông Trong', subject: 'Về công tác cán bộ' }]),
  )
  return id
}

function personOf({ unitId: _u, titleText: _t, titleCode: _c, from: _f, to: _o, kind: _k, ...person }: MadeOfficial): Partial<NewPerson> {
  return person
}

function letters(index: number): string {
  return `${String.fromCharCode(65 + (index % 26))}${index >= 26 ? Math.floor(index / 26) : ''}`
}
