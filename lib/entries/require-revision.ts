import { Refusal } from '#lib/refusal'
import type { Subject } from './append-revision.ts'
import { findRevision } from './history-queries.ts'

/** One version of a text. Throws Refusal `not-found`. */
export async function requireRevision(subject: Subject, number: number) {
  const found = await findRevision(subject, number)
  if (!found) throw new Refusal('not-found', 'This text has no such version.')
  return found
}
