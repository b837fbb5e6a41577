const initials = 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').sort((a, b) => b.length - a.length)

const rhymes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uyêc uyên uyêt uych uynh uyt uyu uyn uyp
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu`
    .split(/\s+/)
    .filter(Boolean),
)

/** Grave, acute, hook, tilde, dot below: the tones; circumflex, breve and horn are part of the letter. */
const tones = /[\u0300\u0301\u0309\u0303\u0323]/g

/** Whether a word can be Vietnamese: an initial that exists, a rhyme that exists, at most one tone. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.normalize('NFD').toLowerCase()
  if ((decomposed.match(tones) ?? []).length > 1) return false
  const bare = decomposed.replace(tones, '').normalize('NFC')
  if (rhymes.has(bare) || bare === 'gi') return true
  return initials.some((initial) => bare.startsWith(initial) && rhymes.has(bare.slice(initial.length)))
}

/** How many words of a text can and cannot be Vietnamese; abbreviations in plain capitals and numbers are not counted. */
export function countSyllables(text: string): { good: number; bad: number } {
  let good = 0
  let bad = 0
  for (const word of text.split(/[^\p{L}\p{M}\u00A1-\u00BF\u00D7\u00F7\u00AD]+/u)) {
    if (word === '' || /^[A-Z]+$/.test(word)) continue
    if (isVietnameseSyllable(word)) good += 1
    else bad += 1
  }
  return { good, bad }
}
