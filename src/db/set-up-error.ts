/** Something about the machine or its settings that a person can put right: said in both languages, without a trace. */
export class SetUpError extends Error {
  constructor(vi: string, en: string, cause?: unknown) {
    super(`${vi}\n${en}`, { cause })
    this.name = 'SetUpError'
  }
}
