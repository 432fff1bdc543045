import type { Found } from './require-correction.ts'

/** A sentence in another text that says what a correction mends. */
export type Claim = { entryId: string }

export async function findClaims(_: Found, __: { title: string | null; markdown: string }): Promise<Claim[]> {
  return []
}
