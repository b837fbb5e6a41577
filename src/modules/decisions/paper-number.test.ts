import { expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { addDecisions } from './decision.sql.ts'
import { nextPaperNumber, type Numbering } from './paper-number.sql.ts'

const committee: Numbering = { issuerUnitId: null, issuer: 'UBND huyện Yên Sơn', year: 2026, family: 'state', symbol: 'QĐ-UBND' }

/** Takes the next number and enters the paper under it, as every printing command does. */
function issue({ write }: TestApp, numbering: Numbering, issuedOn = '2026-03-02', pause?: Promise<void>) {
  return write(async (tx) => {
    const { code } = await nextPaperNumber(tx, numbering)
    await pause
    const { issuer, issuerUnitId } = numbering
    await addDecisions(tx, [{ code, kind: 'sending', issuedOn, issuer, issuerUnitId, subject: 'Cử đi học' }])
    return code
  })
}

test('one run a year for each issuer, from 01, and on from what was entered by hand', async () => {
  const app = await testApp()
  const party: Numbering = { ...committee, issuer: 'Huyện ủy Yên Sơn', family: 'party', symbol: 'QĐ/HU' }
  const enter = (code: string, issuer: string, issuedOn: string) =>
    app.write((tx) => addDecisions(tx, [{ code, kind: 'other', issuedOn, issuer, subject: 'Nhập tay' }]))

  expect(await issue(app, committee)).toBe('01/QĐ-UBND')
  expect(await issue(app, { ...committee, symbol: 'KH-UBND' })).toBe('02/KH-UBND')
  expect(await issue(app, party)).toBe('01-QĐ/HU')
  await enter('Số: 0041/QĐ-UBND', committee.issuer, '2026-02-01')
  await enter('99/QĐ-UBND', committee.issuer, '2025-12-31')
  await enter('500-QĐ/UB', committee.issuer, '2026-02-01')

  expect(await issue(app, committee)).toBe('42/QĐ-UBND')
  expect(await issue(app, party)).toBe('02-QĐ/HU')
  expect(await issue(app, { ...committee, year: 2027 }, '2027-01-01')).toBe('01/QĐ-UBND')
})

test('a unit goes on after papers that name it only in words, and two units number apart', async () => {
  const app = await testApp()
  const [one, other] = [newId(), newId()]
  await app.write((tx) =>
    tx
      .insertInto('organisation.unit')
      .values([{ id: one }, { id: other }])
      .execute(),
  )
  const issuer = 'UBND xã Tân Long'
  await app.write((tx) =>
    addDecisions(tx, [{ code: '7/QĐ-UBND', kind: 'other', issuedOn: '2026-01-20', issuer, subject: 'Nhập từ danh sách' }]),
  )

  expect(await issue(app, { ...committee, issuer, issuerUnitId: one })).toBe('08/QĐ-UBND')
  expect(await issue(app, { ...committee, issuer: 'UBND xã Kiến Thiết', issuerUnitId: other })).toBe('01/QĐ-UBND')
  expect(await issue(app, { ...committee, issuer: 'UBND xã Hùng Lợi', issuerUnitId: null })).toBe('01/QĐ-UBND')
})

test('two officers at once get two numbers', async () => {
  const app = await testApp()
  const unitId = newId()
  await app.write((tx) => tx.insertInto('organisation.unit').values({ id: unitId }).execute())
  const ofUnit = { ...committee, issuerUnitId: unitId }
  const pause = new Promise<void>((go) => setTimeout(go, 50))

  const codes = await Promise.all([1, 2, 3].map(() => issue(app, ofUnit, '2026-03-02', pause)))

  expect(codes.toSorted()).toEqual(['01/QĐ-UBND', '02/QĐ-UBND', '03/QĐ-UBND'])
})
