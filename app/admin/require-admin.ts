import { notFound } from 'next/navigation'
import { mayAdminister } from '#lib/auth/policy'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'

export type AdminPlace = 'people' | 'invitations' | 'settings' | 'search' | 'audit'

/** The viewer of an admin page; for anyone else who is signed in there is no such page. */
export async function requireAdmin(place: AdminPlace): Promise<SignedIn> {
  const viewer = await requireSignedIn(`/admin/${place}`)
  if (!mayAdminister(viewer)) notFound()
  return viewer
}
