import type { z } from 'zod'
import { recordRatings } from '#modules/evaluation/rating.sql.ts'
import type { RatingGrade } from '#law/ratings.ts'
import type { TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { createClass } from './class.contract.ts'

export const classDays = { openedOn: '2026-12-07', closedOn: '2027-12-07' }

/** A district with three members of the Party at two communes, rated well, and a class for them. */
export async function makeBoardWorld(app: TestApp) {
  const units = await makeDistrict(app)
  const { north, south } = units
  const member = { birth: '1985-05-02', partyJoined: '2010-05-01', partyOfficial: '2011-05-01', generalEducation: '12/12' }
  const [an = '', binh = '', cuong = '', dung = ''] = await makeOfficials(app, [
    { unitId: north, fullName: 'Nguyễn Văn An', ...member },
    { unitId: north, fullName: 'Trần Văn Bình', ...member },
    { unitId: south, fullName: 'Lê Văn Cường', ...member },
    { unitId: south, fullName: 'Phạm Văn Dũng', ...member, birth: '2000-05-02' },
  ])
  await rate(app, [an, binh, cuong, dung], 'HTT')
  return { ...units, an, binh, cuong, dung }
}

export function rate(app: TestApp, personIds: readonly string[], grade: RatingGrade): Promise<string[]> {
  return app.write((tx) =>
    recordRatings(
      tx,
      personIds.flatMap((personId) => [2024, 2025].map((year) => ({ personId, year, grade }))),
    ),
  )
}

let made = 0

export async function makeBoardClass(app: TestApp, openerUnitId: string, over: Partial<z.input<typeof createClass.input>> = {}) {
  const { classId } = await app.call(createClass, {
    kind: 'LLCT_TC',
    title: `Trung cấp lý luận chính trị khóa ${++made}`,
    openerUnitId,
    ...classDays,
    mode: 'KTT',
    seats: 2,
    institution: 'Trường Chính trị tỉnh',
    basis: 'kế hoạch năm',
    ...over,
  })
  return classId
}

export const paper = {
  family: 'party' as const,
  issuer: 'Huyện ủy Sông Trong',
  symbol: 'QĐ/HU',
  issuedOn: '2026-11-23',
  signer: 'Ma Văn Hòa',
  signerTitle: 'T/M Ban Thường vụ, Phó Bí thư',
  subject: 'Cử cán bộ đi học lớp Trung cấp lý luận chính trị',
}
