import type { Question } from '../measure.ts'
import { byName, pageOf, personsIn, rowOf, totalIn } from './list.ts'

const shown = 8

/** The field at the top of every page: the first of those whose name has the words, by the beginnings of words, without marks. */
export function search(question: string, texts: string[]): Question {
  return {
    question,
    as: 'everything',
    variants: texts.map((text) => ({
      path: `/api/people?${new URLSearchParams({ q: text, group: 'all', status: 'all', limit: String(shown) }).toString()}`,
      values: wordsOf(text),
    })),
    // Fenced: to go through everybody by name until enough are found may take all.
    statement: `
      with page as materialized (
        select p.*, row_number() over () as place from (
          select * from (select * from people.profile p where upper_inf(p.recorded) and ${matching(texts[0] ?? '')} offset 0) p
          order by ${byName} limit ${shown}) p
      ) ${rowOf}`,
    told: personsIn,
    found: (rows) => rows.map(({ personId }) => personId),
  }
}

export function searchByNumber(numbers: string[]): Question {
  return {
    ...search('search: an identity number', ['']),
    variants: numbers.map((number) => ({
      path: `/api/people?${new URLSearchParams({ q: number, group: 'all', status: 'all', limit: String(shown) }).toString()}`,
      values: [`${number}%`],
    })),
    statement: `
      with page as materialized (${pageOf('p.person_id in (select i.person_id from people.identity i where upper_inf(i.recorded) and i.number like $1)', shown)}) ${rowOf}`,
  }
}

/** How many serving officials a common name has: the length of the list that the page opens. */
export function searchLength(question: string, text: string): Question {
  return {
    question,
    as: 'everything',
    variants: [{ path: `/api/people/spine?${new URLSearchParams({ q: text }).toString()}`, values: wordsOf(text) }],
    statement: `
      select count(*)::int as total from people.profile p
      where upper_inf(p.recorded) and ${matching(text)}
        and exists (select from people.assignment a where a.person_id = p.person_id and upper_inf(a.recorded) and a.held @> current_date)`,
    told: totalIn,
    found: ([row]) => row?.['total'],
  }
}

/** For each word: its letters, which the index finds, at the beginning of a word. */
function matching(text: string): string {
  return text
    .split(' ')
    .map((_, index) => `p.search like $${index * 2 + 1} and ' ' || p.search like $${index * 2 + 2}`)
    .join(' and ')
}

function wordsOf(text: string): string[] {
  return text.split(' ').flatMap((word) => [`%${word}%`, `% ${word}%`])
}
