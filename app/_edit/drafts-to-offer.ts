import type { KeptHere } from './draft-store.ts'
import { type Draft, type Head, saysTheSame } from './version.ts'

/**
 * The drafts to show when a text is opened again, the newest first: the server's, this browser's where the server never got it, and
 * what another tab had beside it. A draft that says what the text says anyway is none.
 */
export function draftsToOffer(head: Head, here: KeptHere | undefined, server: Draft | null): Draft[] {
  // What the server once had and has no more was saved or given up elsewhere.
  const unsent = here && !here.isSent ? here : undefined
  // Standing on what the server has, this browser's says more, whatever the two clocks say.
  const older = unsent && unsent.serverSavedAt === server?.savedAt ? null : server
  const beside = unsent || server ? here?.beside : undefined
  const drafts = [unsent, older, beside].filter((draft) => !!draft && !saysTheSame(draft, head)) as Draft[] // no others are left
  const [newest, ...others] = drafts.sort((one, other) => other.savedAt - one.savedAt)
  if (!newest) return []
  const other = others.find((draft) => !saysTheSame(newest, draft))
  return other ? [newest, other] : [newest]
}
