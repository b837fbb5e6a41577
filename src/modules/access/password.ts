import { fold } from '#lib/vietnamese-names.ts'
import type { Refusal } from '#server/refusal.ts'
import { commonParts, walks } from './common-passwords.ts'
import { leastSigns, mostSigns } from './password-length.ts'

// So many letters of everyday words are a sentence of one's own.
const sentence = 25

/**
 * Why this may not be a new password, empty when it may. Long and not guessable is all that is asked: no kinds of signs
 * have to be mixed. `names` are those that a stranger knows: of the account, of the person, of the authority.
 */
export function passwordObjections(password: string, names: readonly (string | null | undefined)[]): Refusal[] {
  const signs = [...password.normalize('NFC')].length
  if (signs < leastSigns) return [{ code: 'password-too-short', least: leastSigns }]
  if (signs > mostSigns) return [{ code: 'password-too-long', most: mostSigns }]
  const plain = fold(password).replaceAll(' ', '')
  if (isRun(plain) || isNumberLike(plain)) return [{ code: 'password-too-common' }]
  const words = wordsOf(names)
  const cores = [onlyLetters(plain), onlyLetters(withoutLeet(trimmed(plain)))].filter((core) => core !== '')
  if (cores.some((core) => words.has(core) || isMadeOf(core, words))) return [{ code: 'password-has-name' }]
  const known = new Set([...words, ...commonParts])
  return cores.some((core) => core.length < sentence && isMadeOf(core, known)) ? [{ code: 'password-too-common' }] : []
}

/** Few different signs, or a walk along the keyboard, the digits or the alphabet. */
function isRun(plain: string): boolean {
  if (new Set(plain).size <= 4) return true
  let along = 1
  for (let at = 1; at < plain.length; at++) if (isStep(plain.slice(at - 1, at + 1))) along++
  return along >= plain.length * 0.75
}

function isStep(pair: string): boolean {
  const back = [...pair].toReversed().join('')
  return pair[0] === pair[1] || walks.some((walk) => walk.includes(pair) || walk.includes(back))
}

// A telephone, an identity number, a day of birth: twelve digits are written down in many places.
function isNumberLike(plain: string): boolean {
  return !/[a-z]/.test(plain) && plain.replaceAll(/\D/g, '').length >= plain.length / 2 && plain.length < 20
}

/** The names whole and word by word, as one types them. */
function wordsOf(names: readonly (string | null | undefined)[]): Set<string> {
  const folded = names.map((name) => fold(name ?? ''))
  const words = folded.flatMap((name) => [name, ...name.split(/[^a-z]+/)]).map(onlyLetters)
  return new Set(words.filter((word) => word.length >= 2))
}

/** Whether the text is nothing but such words one after the other. */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  const reached = new Set([0])
  for (let from = 0; from < text.length; from++) {
    if (!reached.has(from)) continue
    for (let to = from + 1; to <= text.length; to++) if (words.has(text.slice(from, to))) reached.add(to)
  }
  return reached.has(text.length)
}

function trimmed(plain: string): string {
  return plain.replace(/^[^a-z]+/, '').replace(/[^a-z]+$/, '')
}

function withoutLeet(text: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
  return text.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}

function onlyLetters(text: string): string {
  return text.replaceAll(/[^a-z]/g, '')
}
