import type { KeptHere } from './draft-store.ts'
import { type Draft, type Head, saysTheSame } from './version.ts'

/**
 * The drafts to show when a text is opened again, the newest first: the server's, this browser's where the server never got it, and
 * what another tab had beside it. A draft that says what the text says anyway is none.
 */
export function draftsToOffer(head: Head, here: KeptHere | undefined, server: Draft | null): Draft[] {
  // What the server once had and has no more was saved or given up elsewhere; what it has got since the page was made is newer than that.
  const isNews = here && (!here.isSent || (server && knownAt(here) > server.savedAt))
  const own = isNews ? here : undefined
  // Standing on what the server has, this browser's says more, whatever the two clocks say.
  const older = own && server && knownAt(own) >= server.savedAt ? null : server
  const beside = own || server ? here?.beside : undefined
  const drafts = [own, older, beside].filter((draft) => !!draft && !saysTheSame(draft, head)) as Draft[] // no others are left
  const [newest, ...others] = drafts.sort((one, other) => other.savedAt - one.savedAt)
  if (!newest) return []
  const other = others.find((draft) => !saysTheSame(newest, draft))
  return other ? [newest, other] : [newest]
}

const knownAt = ({ serverSavedAt }: KeptHere) => serverSavedAt ?? 0
