/** The same values, each begun while the one before is still being used: what makes them and what takes them wait at once. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const values = source[Symbol.asyncIterator]()
  let next = values.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = values.next()
      // It is awaited in its turn, if ever.
      next.catch(() => undefined)
      yield value
    }
  } finally {
    // Nothing made for nobody may go on behind the back of whoever stopped.
    await next.catch(() => undefined)
    await values.return?.()
  }
}
