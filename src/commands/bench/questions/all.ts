import { commune, district, nation, personId, province, unitId } from '../generate/unit-codes.ts'
import type { Question } from '../measure.ts'
import type { Scale } from '../sizes.ts'
import { personFile } from './file.ts'
import { gap } from './gap.ts'
import { firstWindow, lengthOf } from './list.ts'
import { review } from './review.ts'
import { search, searchByNumber, searchLength } from './search.ts'

/** Where the officers sit who ask. */
export const seats = { commune: unitId(commune(1, 1, 1)), province: unitId(province(1)) }

/** The questions of one size; those of a level that it has not are left out. */
export function questionsOf({ size, districts }: Scale): Question[] {
  const ofDistricts = Array.from({ length: Math.min(districts, 10) }, (_, index) => unitId(district(1, index + 1)))
  return [
    personFile(officialsOfSeat()),
    firstWindow('list of a commune', 'commune', seats.commune),
    lengthOf('length of the list of a commune', 'commune', seats.commune),
    firstWindow('list of a province', 'everything', seats.province),
    lengthOf('length of the list of a province', 'everything', seats.province),
    ...(size === 'nation'
      ? [firstWindow('list of the nation', 'everything', null), lengthOf('length of the list of the nation', 'everything', null)]
      : []),
    search('search: nguyen van', ['nguyen van']),
    search('search: three letters', ['ngu', 'chu', 'hoa', 'lin']),
    search('search: a rare name', ['trieu dinh khoa', 'chuc quoc lap', 'sam thi kieu']),
    searchByNumber(['00103', '00104'].map((start) => `${start}0800`)),
    searchLength('length of the list: nguyen van', 'nguyen van'),
    gap('gap of a commune', 'commune', seats.commune),
    ...(size === 'nation'
      ? []
      : [gap('gap of a province', 'everything', seats.province), gap('gap of a province by unit', 'everything', seats.province, 'unit')]),
    review('review of a district', 'province', ofDistricts),
    ...(size === 'district' ? [] : [review('review of a province', 'everything', [seats.province])]),
    ...(size === 'nation' ? [review('review of the nation', 'everything', [unitId(nation)])] : []),
  ]
}

/** Fifty who have served all along in the commune of the seat. */
function officialsOfSeat(): string[] {
  return Array.from({ length: 50 }, (_, index) => personId(1000 + index * 5))
}
