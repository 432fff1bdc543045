import { notFound } from 'next/navigation'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'
import { maySeeSearches } from '#lib/search/policy'

/** The viewer of an editors' page; for anyone else who is signed in there is no such page. */
export async function requireEditor(path: string): Promise<SignedIn> {
  const viewer = await requireSignedIn(path)
  if (!maySeeSearches(viewer)) notFound()
  return viewer
}
