/** The same work, done once for each text of late: a list repeats few wordings many times. The result must not be changed. */
export function remembering<T>(work: (text: string) => T, most = 4000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T // the map holds nothing else
    const made = work(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
