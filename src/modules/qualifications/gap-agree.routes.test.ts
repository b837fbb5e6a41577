import fc from 'fast-check'
import { expect, test } from 'vitest'
import { period, recordFacts } from '#db/facts.ts'
import { requirementCodes } from '#law/requirements.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { beginAcceptedFields } from './accepted-field.sql.ts'
import { listGapPeople, readGap } from './gap.contract.ts'
import { missingStandards } from './gap.sql.ts'
import { gapStates } from './gap.ts'
import { recordQualifications } from './qualification.sql.ts'
import { rankOf } from './qualification.ts'
import { beginStandards } from './standard.sql.ts'

const on = '2026-11-23'

test('whatever people hold and whatever is asked, the three ways of judging agree', async () => {
  const app = await testApp()
  const { call } = app
  const far = await makeDistrict(app)
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
  const from = '2025-07-01'
  const kinds = ['degree', 'theory', 'state_management', 'defence', 'language', 'it', 'ethnic_language'] as const
  const levels = {
    degree: 'CDT TC CD DH THS',
    theory: 'SC TC CC CN',
    state_management: 'CS CV CVC CN',
    defence: '1 2 3 4',
    language: 'A B C A2 B1 C1 DH',
    it: 'A CB NC',
    ethnic_language: 'GT CC',
  }
  const one = fc.constantFrom(...kinds).chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      level: fc.constantFrom(...levels[kind].split(' ')),
      language: kind.endsWith('language') ? fc.constantFrom(...(kind === 'language' ? ['en', 'zh'] : ['tay', 'dao'])) : fc.constant(null),
      fieldCode: kind === 'degree' ? fc.constantFrom('LUAT', 'Y_DUOC', null) : fc.constant(null),
      state: fc.constantFrom('finished' as const, 'studying' as const, 'abandoned' as const),
      expiresOn: fc.constantFrom(null, on, '2027-01-01'),
    }),
  )
  const worlds = fc.sample(fc.array(one, { maxLength: 6 }), { numRuns: 60, seed: 20261123 })
  const titles = ['P_UBND_CT', 'P_PHONG_TP', 'P_CV', 'P_QS']
  const ids = await makeOfficials(
    app,
    worlds.map((_, index) => ({ unitId: far.north, titleCode: titles[index % 4] ?? '', from })),
  )
  await app.write(async (tx) => {
    await recordAssignments(
      tx,
      ids.flatMap((personId, index) =>
        titles.slice(0, index % 5).map((titleCode) => ({
          personId,
          kind: 'concurrent' as const,
          unitId: index % 2 ? far.south : far.north,
          titleText: titleCode,
          titleCode,
          from,
        })),
      ),
    )
    await recordQualifications(
      tx,
      worlds.flatMap((facts, index) =>
        facts.map((fact) => ({ ...fact, personId: ids[index] ?? '', rank: rankOf(fact.kind, fact.level), from: '2010-01-01' })),
      ),
    )
    await recordFacts(
      tx,
      'qualifications.standard',
      (
        [
          ['P_CV', 'en', 'B1', 3],
          ['P_PHONG_TP', null, 'B', 2],
          ['P_QS', 'tay', 'CC', 2],
        ] as const
      ).map(([title_code, language, level, rank]) => ({
        title_code,
        requirement: 'language',
        language,
        level,
        rank,
        document: 'QĐ 1',
        verified: true,
        held: period(from),
      })),
    )
  })
  const lacks = await missingStandards(app.db, { on, unitIds: [far.north, far.south] })
  for (const by of ['post', 'unit'] as const) {
    const gap = await call(readGap, { unit: far.district, by })
    expect(gap.people.required).toBe(60)
    for (const requirement of requirementCodes) {
      const column = gap.columns.find((each) => each.requirement === requirement)
      const listed = await call(listGapPeople, { unit: far.district, by, requirement, limit: 500 })
      const states = listed.people.map(({ state }) => state)
      for (const state of gapStates)
        expect([requirement, state, states.filter((each) => each === state).length]).toEqual([requirement, state, column?.[state] ?? 0])
      for (const { personId, state, posts } of listed.people) {
        const own = posts.flatMap(({ titleCode, standards }) =>
          standards.filter((each) => each.requirement === requirement).map((each) => ({ titleCode, state: each.state })),
        )
        expect(state).toBe((['missing', 'studying', 'met'] as const).find((each) => own.some((each2) => each2.state === each)))
        const planned = lacks.filter((each) => each.personId === personId && each.requirement === requirement)
        expect(planned.map(({ titleCode, state: lack }) => `${titleCode} ${lack}`).toSorted()).toEqual(
          own
            .filter((each) => each.state !== 'met')
            .map((each) => `${each.titleCode} ${each.state}`)
            .toSorted(),
        )
      }
    }
  }
})
