import type { KeptHere } from './draft-store.ts'
import { type Draft, type Head, saysTheSame } from './version.ts'

/**
 * The drafts to show when a text is opened again, the newest first: the server's, and this browser's where the server never got it.
 * A draft that says what the text says anyway is none.
 */
export function draftsToOffer(head: Head, here: KeptHere | undefined, server: Draft | null): Draft[] {
  const drafts: Draft[] = server ? [server] : []
  // What the server once had and has no more was saved or given up elsewhere.
  if (here && !here.isSent) drafts.push(here)
  drafts.sort((one, other) => other.savedAt - one.savedAt)
  // Standing on what the server has, this browser's is the newer one whatever the two clocks say.
  if (here && server && here.serverSavedAt === server.savedAt) drafts.sort((one) => (one === here ? -1 : 1))
  const [newest, older] = drafts.filter((draft) => !saysTheSame(draft, head))
  if (!newest) return []
  return older && !saysTheSame(newest, older) ? [newest, older] : [newest]
}
