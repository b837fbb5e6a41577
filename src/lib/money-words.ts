const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', 'nghìn', 'triệu']
const billion = 1_000_000_000

/** 60.000.000 đồng, as papers write a sum in figures. */
export function moneyText(amount: number): string {
  return `${groupedText(amount)} đồng`
}

/** 60.000.000: points between the thousands, in every language of the screen, since the paper is Vietnamese. */
export function groupedText(amount: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }).format(amount)
}

/** A sum in words, as it stands under the figures: 'Ba mươi lăm triệu đồng'. */
export function moneyWords(amount: number): string {
  const words = `${numberWords(amount)} đồng`
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

/** A whole number in words, with 'linh', 'nghìn' and 'tỷ' throughout. */
export function numberWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is no whole number`)
  if (amount < 0) return `âm ${numberWords(-amount)}`
  return amount === 0 ? 'không' : wordsOf(amount, false)
}

/** `isInner`: something stands before it, so that its hundreds are said even when there are none. */
function wordsOf(amount: number, isInner: boolean): string {
  const billions = Math.floor(amount / billion)
  if (billions > 0) return joined(`${wordsOf(billions, isInner)} tỷ`, wordsOf(amount % billion, true))
  const parts: string[] = []
  for (let scale = 2; scale >= 0; scale -= 1) {
    const group = Math.floor(amount / 1000 ** scale) % 1000
    if (group > 0) parts.push(joined(groupWords(group, isInner || parts.length > 0), scales[scale] ?? ''))
  }
  return parts.join(' ')
}

function groupWords(group: number, isInner: boolean): string {
  const [hundreds, rest] = [Math.floor(group / 100), group % 100]
  const hasHundreds = hundreds > 0 || isInner
  return joined(hasHundreds ? `${digits[hundreds]} trăm` : '', tensWords(rest, hasHundreds))
}

function tensWords(rest: number, hasHundreds: boolean): string {
  const [tens, ones] = [Math.floor(rest / 10), rest % 10]
  if (tens === 0) return ones === 0 ? '' : `${hasHundreds ? 'linh ' : ''}${digits[ones]}`
  return joined(tens === 1 ? 'mười' : `${digits[tens]} mươi`, onesWords(tens, ones))
}

/** After the tens: mười lăm, hai mươi mốt, hai mươi tư. */
function onesWords(tens: number, ones: number): string {
  if (ones === 0) return ''
  if (ones === 5) return 'lăm'
  if (tens > 1 && ones === 1) return 'mốt'
  return tens > 1 && ones === 4 ? 'tư' : (digits[ones] ?? '')
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' ')
}
