import { districtPeople } from '../bench/sizes.ts'
import { commune, communeOffice, communes, personId, unitId } from '../bench/generate/unit-codes.ts'

/** A seat of the load test: an officer of one commune, with the people of it. */
export type Seat = { unitId: string; officeId: string; people: string[] }
export type Asked = { method: 'GET' | 'POST'; path: string; body?: unknown }
export type Act = {
  name: string
  isWrite: boolean
  share: number
  ask: (seat: Seat, chance: (among: number) => number, today: string) => Asked[]
}

/** The communes of one province in turn, so many officers as are asked for. */
export function seatsOf(officers: number, districts: number): Seat[] {
  return Array.from({ length: officers }, (_, index) => {
    const d = (Math.floor(index / communes) % districts) + 1
    const c = (index % communes) + 1
    const first = (d - 1) * districtPeople
    return {
      unitId: unitId(commune(1, d, c)),
      officeId: unitId(communeOffice(1, d, c, 1)),
      // Who has served in this commune all along.
      people: Array.from({ length: 300 }, (_, place) => personId(first + 1000 + place * communes + (c - 1))),
    }
  })
}

const names = ['nguyen van', 'tran thi', 'hoang', 'trieu', 'linh', 'duc', 'nong thi', 'le']
const read = (name: string, share: number, path: (seat: Seat, chance: (among: number) => number) => string): Act => ({
  name,
  isWrite: false,
  share,
  ask: (seat, chance) => [{ method: 'GET', path: path(seat, chance) }],
})

/** What officers do, in hundredths: ninety-five read, five write. */
export const acts: Act[] = [
  read('home', 15, () => '/api/home'),
  {
    ...read('list: its length and first window', 20, () => ''),
    ask: ({ unitId: id }) => [get(`/api/people/spine?unitId=${id}`), get(`/api/people?unitId=${id}`)],
  },
  read(
    'search',
    20,
    (_, chance) =>
      `/api/people?${new URLSearchParams({ q: names[chance(names.length)] ?? '', group: 'all', status: 'all', limit: '8' }).toString()}`,
  ),
  read("a person's file", 20, ({ people }, chance) => `/api/people/${people[chance(people.length)] ?? ''}`),
  read(
    'review',
    10,
    ({ unitId: unit }) =>
      `/api/figures/review?${new URLSearchParams({ unit, from: '2020-01-01', to: '2024-12-31', on: '2024-12-31' }).toString()}`,
  ),
  read('decisions', 10, () => '/api/decisions'),
  { name: 'write: a paper', isWrite: true, share: 3, ask: ({ unitId: id }, _, today) => [paper(id, today)] },
  { name: 'write: a mandate', isWrite: true, share: 2, ask: mandate },
]

function get(path: string): Asked {
  return { method: 'GET', path }
}

// A number is used once, also when the data of an earlier run was kept.
const firstNumber = Math.floor(Date.now() / 100) % 1e9
let papers = 0

function paper(issuerUnitId: string, issuedOn: string): Asked {
  const body = {
    code: `${firstNumber + papers++}-QĐ/ĐU`,
    kind: 'sending',
    issuedOn,
    issuer: 'Đảng ủy xã',
    issuerUnitId,
    subject: 'Cử cán bộ đi học',
  }
  return { method: 'POST', path: '/api/decisions', body }
}

function mandate({ officeId, people }: Seat, chance: (among: number) => number, from: string): Asked[] {
  const body = { kind: 'association_member', unitId: officeId, from, association: `Hội ${chance(1e9)}`, basis: 'Thử tải' }
  return [{ method: 'POST', path: `/api/people/${people[chance(people.length)] ?? ''}/memberships`, body }]
}
