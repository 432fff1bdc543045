import type { SignedIn } from '#lib/auth/viewer'
import type { Hunk } from '#lib/text/hunk'
import type { Subject } from './append-revision.ts'
import { Conflict } from './conflict.ts'
import { requireEditable } from './require-editable.ts'
import { requireRevision } from './require-revision.ts'
import { undoneText } from './undone-text.ts'

type Written = { title: string | null; markdown: string }

export type Preview = {
  head: Written & { headId: string; number: number }
  /** What the text would become; null where taking one revision back needs a person's decision. */
  after: Written | null
  hunks: Hunk[]
}

/** What restoring a version, or taking one back, would make of a text. Throws Refusal: not-found, forbidden, invalid. */
export async function previewRestore(
  viewer: SignedIn,
  subject: Subject,
  { number, way }: { number: number; way: 'restore' | 'undo' },
): Promise<Preview> {
  const head = await requireEditable(viewer, subject)
  if (way === 'restore') return { head, after: await requireRevision(subject, number), hunks: [] }
  try {
    return { head, after: await undoneText(subject, head, number), hunks: [] }
  } catch (error) {
    if (error instanceof Conflict) return { head, after: null, hunks: error.hunks }
    throw error
  }
}
