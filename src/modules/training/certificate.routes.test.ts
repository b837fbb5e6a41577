import { beforeAll, expect, test } from 'vitest'
import { readPerson } from '#modules/people/file.contract.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { annulCertificate, exportCertificates, issueCertificates, listCertificates, verifyCertificate } from './certificate.contract.ts'
import { addClasses, recordEnrolments } from './class.sql.ts'
import { readResults, setResults } from './result.contract.ts'

let app: TestApp
let units: Awaited<ReturnType<typeof makeDistrict>>
let stranger: Call
const basis = 'quyết định công nhận kết quả'
const issued = { pattern: '{số}/{năm}/CN-TTCT', issuedOn: '2026-03-20', basis }

beforeAll(async () => {
  app = await testApp()
  units = await makeDistrict(app)
  stranger = await app.as(null)
})

async function makePassed(names: string[], openerUnitId = units.district) {
  const personIds = await makeOfficials(
    app,
    names.map((fullName) => ({ unitId: units.north, fullName })),
  )
  const opened = { openedOn: '2026-02-02', closedOn: '2026-03-01' }
  const [classId = ''] = await app.write(async (tx) => {
    const ids = await addClasses(tx, [{ kind: 'QLNN_CV', title: 'Quản lý nhà nước ngạch chuyên viên', openerUnitId, ...opened }])
    await recordEnrolments(
      tx,
      personIds.map((personId) => ({ personId, classId: ids[0] ?? '', unitId: units.north, titleText: 'Công chức', ...opened })),
    )
    return ids
  })
  const results = personIds.map((personId) => ({ personId, state: 'completed' as const, grade: 'Khá' }))
  await app.call(setResults, { classId, on: '2026-03-10', results, basis })
  return { classId, personIds }
}

async function codeOf(classId: string, personId = ''): Promise<string> {
  const { rows } = await app.call(readResults, { classId })
  return rows.find((row) => row.personId === personId)?.certificate?.code ?? ''
}

test('certificates are numbered in the order of names, stand in the file and are verified by whoever has the code', async () => {
  const { classId, personIds } = await makePassed(['Trần Văn Bình', 'Lê Thị Ánh'])
  expect(await app.call(issueCertificates, { classId, ...issued })).toEqual({ issued: 2, from: 1, to: 2 })

  const { rows } = await app.call(listCertificates, { year: 2026, openerUnitId: units.district })
  expect(rows.map(({ registerNo, number, name, state }) => [registerNo, number, name, state])).toEqual([
    [2, '2/2026/CN-TTCT', 'Trần Văn Bình', 'valid'],
    [1, '1/2026/CN-TTCT', 'Lê Thị Ánh', 'valid'],
  ])
  const { facts } = await app.call(readPerson, { personId: personIds[1] ?? '' })
  expect(facts.qualifications).toMatchObject([{ kind: 'state_management', level: 'CV', certificate: '1/2026/CN-TTCT', result: 'Khá' }])

  const answer = await stranger(verifyCertificate, { code: await codeOf(classId, personIds[1]) })
  expect(answer).toEqual({
    isReadable: true,
    certificate: {
      name: 'Lê Thị Ánh',
      kind: 'QLNN_CV',
      classTitle: 'Quản lý nhà nước ngạch chuyên viên',
      opener: { vi: 'Huyện Sông Trong', en: 'Song Trong district' },
      openedOn: '2026-02-02',
      closedOn: '2026-03-01',
      number: '1/2026/CN-TTCT',
      issuedOn: '2026-03-20',
      expiresOn: null,
      state: 'valid',
      annulledOn: null,
    },
  })
  expect(await stranger(verifyCertificate, { code: 'K7M2Q-9XW4D' })).toMatchObject({ certificate: null })
  expect(await stranger(verifyCertificate, { code: 'không phải mã' })).toEqual({ isReadable: false, certificate: null })
})

test('an annulled certificate stays in the register with the reason, and the trainee can be given another', async () => {
  const { classId, personIds } = await makePassed(['Vũ Văn Cường'], units.south)
  const [personId = ''] = personIds
  await app.call(issueCertificates, { classId, ...issued })
  const code = await codeOf(classId, personId)
  await app.setToday('2026-11-24')

  await app.call(annulCertificate, { classId, personId, on: '2026-05-04', reason: 'sai năm sinh' })
  expect(await stranger(verifyCertificate, { code })).toMatchObject({ certificate: { state: 'annulled', annulledOn: '2026-05-04' } })
  expect((await app.call(readPerson, { personId })).facts.qualifications).toMatchObject([{ level: 'CV', certificate: null }])

  expect(await app.call(issueCertificates, { classId, ...issued, expiresOn: '2026-06-01' })).toEqual({ issued: 1, from: 2, to: 2 })
  const { rows, total } = await app.call(listCertificates, { openerUnitId: units.south, q: 'cuong' })
  expect([total, ...rows.map(({ state, annulledWhy }) => [state, annulledWhy])]).toEqual([
    2,
    ['expired', null],
    ['annulled', 'sai năm sinh'],
  ])
  const file = await app.call(exportCertificates, { openerUnitId: units.south })
  expect(String(file).slice(0, 2)).toBe('PK')

  // The result was mistaken: what stood on it falls, certificate and qualification.
  const mistake = { classId, on: '2026-03-11', results: [{ personId, state: 'failed' as const }], correction: 'nhập nhầm', basis }
  await expect(app.call(setResults, mistake)).rejects.toMatchObject({ problem: { refusals: [{ code: 'certificate-falls' }] } })
  await app.call(setResults, { ...mistake, override: [{ code: 'certificate-falls', reason: 'đã thu hồi bản giấy' }] })
  expect((await app.call(readPerson, { personId })).facts.qualifications).toEqual([])
  expect(await app.call(listCertificates, { openerUnitId: units.south, state: 'valid' })).toMatchObject({ total: 0 })
})

test('of two officers at once nobody is given the number of the other, and nobody two certificates', async () => {
  const one = await makePassed(['Hà Văn Đạt', 'Hà Văn Em'], units.west)
  const other = await makePassed(['Ngô Thị Giang'], units.west)
  await Promise.all([one, other].map(({ classId }) => app.call(issueCertificates, { classId, ...issued })))
  const { rows } = await app.call(listCertificates, { openerUnitId: units.west })
  expect(rows.map(({ registerNo }) => registerNo)).toEqual([3, 2, 1])

  const [personId = ''] = one.personIds
  await expect(app.call(issueCertificates, { classId: one.classId, personIds: [personId], ...issued })).rejects.toMatchObject({
    problem: { refusals: [{ code: 'certificate-issued', names: ['Hà Văn Đạt'] }] },
  })
  const school = await app.as('school', units.south)
  expect(await school(listCertificates, { openerUnitId: units.south })).toMatchObject({ rows: [{ canOpen: false }, { canOpen: false }] })
  await expect(school(listCertificates, { openerUnitId: units.west })).rejects.toMatchObject({ status: 404 })
  await expect(school(issueCertificates, { classId: one.classId, ...issued })).rejects.toMatchObject({ status: 404 })
})
