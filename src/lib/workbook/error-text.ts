/** Whether a text is what Excel shows in place of a value it could not work out. */
export function isErrorText(value: unknown): boolean {
  return typeof value === 'string' && /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(value)
}
