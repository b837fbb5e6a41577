/** Why an operation was refused: a code that the pages turn into a sentence, and the values it speaks of. */
export type Refusal = { code: string } & Record<string, unknown>

/** A person can act on it; answered 409 with the reasons. */
export class Refused extends Error {
  readonly refusals: Refusal[]
  constructor(refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '))
    this.name = 'Refused'
    this.refusals = refusals
  }
}

/** There is no such thing, or the caller may not know of it: one answer for both. */
export class NotFound extends Error {
  constructor() {
    super('not found')
    this.name = 'NotFound'
  }
}

/** Stops the command when there is an objection; nothing of it is written. */
export function refuse(refusals: Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals)
}

export class NotSignedIn extends Error {}

/** Signed in, but no role of the caller allows the operation anywhere. */
export class NotPermitted extends Error {}

/** A refusal whose writes stay: a failed sign-in is counted although it is refused. */
export class KeptRefusal {
  readonly refusals: Refusal[]
  constructor(refusals: Refusal[]) {
    this.refusals = refusals
  }
}
