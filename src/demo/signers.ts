import { type Official, type Spell } from './careers.ts'
import { inventName } from './names.ts'
import { districtParty, districtState, type Issuer, type Paper, politicalCentre } from './papers.ts'
import { randomFrom } from './random.ts'

/** District papers are signed by whoever held the post on the day; all others by an invented name for each term. */
export function signPapers(papers: Paper[], officials: Official[]): void {
  const holders = holdersOf(officials)
  for (const paper of papers) {
    const post = signingPost(paper.issuer)
    const held = post
      ? holders.get(post)?.find(({ spell }) => spell.from <= paper.issuedOn && (spell.to === null || paper.issuedOn < spell.to))
      : undefined
    paper.signer = held?.name ?? nameFor(paper)
  }
}

function signingPost(issuer: Issuer): string | null {
  if (issuer === districtParty) return 'h.pbt'
  if (issuer === districtState) return 'h.ct'
  return issuer === politicalCentre ? 'h.gd' : null
}

function holdersOf(officials: Official[]): Map<string, { name: string; spell: Spell }[]> {
  const holders = new Map<string, { name: string; spell: Spell }[]>()
  for (const { person, spells } of officials) {
    for (const spell of spells) {
      if (!['h.pbt', 'h.ct', 'h.gd'].includes(spell.post.key)) continue
      holders.set(spell.post.key, [...(holders.get(spell.post.key) ?? []), { name: person.name, spell }])
    }
  }
  return holders
}

const names = new Map<string, string>()

function nameFor({ issuer, issuedOn }: Paper): string {
  const term = Math.floor(Number(issuedOn.slice(0, 4)) / 5)
  const key = `${issuer.name} ${term}`
  const known = names.get(key) ?? inventName(randomFrom(key), 'Kinh', term % 3 === 0 ? 'female' : 'male')
  names.set(key, known)
  return known
}
