import { expect, test } from 'vitest'
import { addPeople, type NewPerson } from './person.sql.ts'
import { recordAssignments } from './assignment.sql.ts'
import { recordIdentities } from './identity.sql.ts'
import { spine, window } from './list.contract.ts'
import { readPerson, readHistory, readLooks } from './file.contract.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'

type Placed = NewPerson & { unitId: string; from?: string; to?: string | null }

async function authority(app: TestApp): Promise<{ district: string; north: string; south: string }> {
  const [district = '', north = '', south = ''] = await app.write((tx) =>
    addUnits(tx, [
      { key: 'd', kind: 'huyen', nameVi: 'Huyện Sông Trong', nameEn: 'Song Trong district', from: '2010-01-01' },
      { key: 'n', kind: 'xa', nameVi: 'Xã Bắc', nameEn: 'North commune', parent: 'd', from: '2010-01-01' },
      { key: 's', kind: 'xa', nameVi: 'Xã Nam', nameEn: 'South commune', parent: 'd', from: '2010-01-01' },
    ] as never),
  )
  return { district, north, south }
}

test('placeholder', async () => {
  const app = await testApp()
  const { north } = await authority(app)
  const ids = await app.write(async (tx) => {
    const people = await addPeople(tx, [{ fullName: 'Đặng Thị Ân', sex: 'female', birth: '1985-05', ethnicity: '02', partyJoined: '2010-03-02', phone: '1' }, { fullName: 'Nguyễn Văn An', sex: 'male', birth: '1983-05-02' }])
    await recordAssignments(tx, people.map((personId) => ({ personId, kind: 'main' as const, unitId: north, titleText: 'Chủ tịch', from: '2015-01-01' })))
    await recordIdentities(tx, [{ personId: people[0] ?? '', kind: 'cccd', number: '008185001234', from: '2015-01-01' }])
    return people
  })
  console.log(JSON.stringify(await app.call(window, {}), null, 1))
  console.log(JSON.stringify(await app.call(spine, { q: '0081850' })))
  console.log(JSON.stringify(await app.call(readPerson, { personId: ids[0] ?? '' }), null, 1))
  console.log(JSON.stringify(await app.call(readHistory, { personId: ids[0] ?? '' }), null, 1))
  console.log(JSON.stringify(await app.call(readLooks, { personId: ids[0] ?? '' }), null, 1))
})
