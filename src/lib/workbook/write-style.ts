export const font = { name: 'Times New Roman', size: 12 }
const thin = { style: 'thin' as const, color: { rgb: '808080' } }
export const border = { top: thin, bottom: thin, left: thin, right: thin }

// Excel takes no longer footer; what is cut off still stands under the table.
const longestFooter = 255

/** The number of the page in the middle, or on the right of the foot; a lone '&' would begin a code. */
export function footer(foot: string | null | undefined): string {
  if (!foot) return '&C&P/&N'
  const [begin, end] = ['&L&8 ', '&R&P/&N']
  const room = longestFooter - begin.length - end.length
  return `${begin}${withoutControls(foot)
    .replaceAll('&', '&&')
    .slice(0, room)
    .replace(/(?<!&)(&&)*&$/, '$1')}${end}`
}

/** Control signs other than tab and line breaks cannot be in XML. */
export function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
}
