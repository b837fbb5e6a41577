import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder } from 'kysely'
import { expect, test } from 'vitest'
import { compileList, compileNumber } from './compile.sql.ts'
import { review } from './figures/review.ts'
import { compileClassTallies, compileTallies, compileWhole } from './form-compile.sql.ts'
import { forms } from './forms/all.ts'
import type { Question } from './source/question.sql.ts'

const compiler = new Kysely({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
/** Names stand for the values, so that a reader sees what each parameter is. */
const question: Question = {
  root: 'UNIT',
  units: ['UNITS BELOW'],
  commune: ['UNITS OF THE COMMUNE'],
  from: 'FROM',
  until: 'UNTIL',
  on: 'ON',
  knownAt: null,
}
const first = { after: null, limit: 100 }

test.each(review.figures.map((figure) => [figure.figure, figure] as const))('%s is the SQL that was reviewed', async (name, figure) => {
  const statements = [
    '-- The number',
    written(compileNumber(figure, question)),
    '',
    '-- Its list',
    written(compileList(figure, question, first)),
    '',
  ]
  await expect(statements.join('\n')).toMatchFileSnapshot(`golden/${name}.sql`)
})

test.each(forms.map((form) => [form.form, form] as const))('%s is the SQL that was reviewed', async (name, form) => {
  const statements = [
    '-- All that counts',
    written(compileWhole(question, 'begun')),
    '',
    '-- By the lines of the form',
    written(compileTallies(form, question, 'begun')),
    '',
    '-- Its classes',
    written(compileClassTallies(form, question, 'completed')),
    '',
  ]
  await expect(statements.join('\n')).toMatchFileSnapshot(`golden/form.${name}.sql`)
})

test('the figures of the review are the agreed ones, in order', () => {
  const names = review.figures.filter(({ aside }) => !aside).map(({ figure }) => figure)
  expect(names.join(' ')).toBe(
    'sent.LLCT_CC sent.DT_NC sent.DT_DH sent.DT_CD sent.LLCT_TC sent.QLNN_CV sent.QLNN_CVC sent.BD_BCV sent.total sent.people ' +
      'classes.LLCT learners.LLCT classes.BD_CD learners.BD_CD learners.party_and_mass seconded standing.degree standing.theory standing.field_match',
  )
})

test('no figure of the review has the name of another', () => {
  const names = review.figures.map(({ figure }) => figure)
  expect(new Set(names).size).toBe(names.length)
})

function written(statement: RawBuilder<unknown>): string {
  const { sql, parameters } = statement.compile(compiler)
  return `${sql};\n-- ${parameters.map((value, index) => `$${index + 1} ${JSON.stringify(value)}`).join(', ')}`
}
