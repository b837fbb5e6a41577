import fc from 'fast-check'

const texts = [
  ...[
    '',
    ' ',
    '\0',
    'a\0b',
    'a\uD800',
    '\uFEFF',
    '\u202Eabc',
    'A'.repeat(10_000),
    '😀'.repeat(300),
    'ễ'.normalize('NFD').repeat(50),
    '\r\n\t',
  ],
  ...[
    "'; drop table people.person; --",
    '"',
    '\\',
    '%',
    '_',
    '%_%',
    '../../../etc/passwd',
    '..%2f..',
    '<script>alert(1)</script>',
    '=1+1',
    '{{7*7}}',
    '$1',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'true',
    '-1',
    '1e309',
    '0x10',
    '１２３',
    '٣',
    '+',
    '-',
    '()',
    '[',
    '{}',
    '["a"]',
    '{"a":1}',
    'infinity',
    '-infinity',
  ],
  ...[
    '0000-01-01',
    '0001-01-01',
    '1899-12-31',
    '1900-01-01',
    '2100-12-31',
    '2101-01-01',
    '9999-12-31',
    '2015-02-30',
    '2016-02-29',
    '2026-11-23T05:00:00Z',
    '23/11/2026',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
    '11111111-1111-4111-8111-11111111111',
    'x~y',
    '2020-01-01~x',
    '~',
    'W10',
    '[]',
    '["a","b","c","d"]',
  ],
]
const numbers = [0, -0, -1, 0.5, 1e21, 1e308, 2 ** 31, 2 ** 31 - 1, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 99_999_999_999]

/** What no form would send: wrong types, ends of ranges, texts that mean something to somebody. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<unknown>(...texts) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: 3 }, ['a', 'b'], [{}]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(40, 300).map(deep) },
  { weight: 1, arbitrary: fc.constantFrom(600, 3000).map((length) => Array.from({ length }, (_, index) => `x${index}`)) },
)

function deep(levels: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

export const nastyKeys = fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'on', 'scope', 'thua', '\0', '$where', '')
