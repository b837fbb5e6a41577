/** The text as a pattern of LIKE that means just itself. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&')
}
