/** Why a request cannot be carried out; the edge turns each into a status code and a sentence in the reader's language. */
export type RefusalCode =
  | 'not-found'
  | 'forbidden'
  | 'conflict'
  | 'invalid'
  | 'too-large'
  | 'unreadable'
  | 'too-many'
  | 'unavailable'
  /** The page was opened by somebody else than who is signed in now. */
  | 'other-person'

const statuses: Partial<Record<RefusalCode, number>> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
}

/** The HTTP status of an answer to a script. */
export const statusOf = (code: RefusalCode): number => statuses[code] ?? 400

/** An answer of "no" that a person can act on. Thrown inside (it rolls the transaction back), returned at the edge. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly details: Record<string, string | number> = {},
  ) {
    super(message)
  }
}
