import { env } from '#lib/env'
import type { Role, Viewer } from './viewer.ts'

/** Everyone may read a public wiki; only people who signed in may read any other. */
export function mayRead(viewer: Viewer): boolean {
  return viewer.role !== 'guest' || env().PUBLIC_READ
}

/** Members find one another by name; whoever only reads is not told who takes part. */
export function maySeePeople(viewer: Viewer): boolean {
  return viewer.id !== null && viewer.role !== 'guest'
}

/** People, roles, invitations, settings and the audit log are the admins'. */
export function mayAdminister(viewer: Viewer): boolean {
  return viewer.role === 'admin'
}

/** A profile, its password, second factor, identities and sessions are its owner's. */
export function mayKeepAccount(viewer: Viewer, personId: string): boolean {
  return viewer.role !== 'guest' && viewer.id === personId
}

/** A session may be ended by whose it is, and by admins. */
export function mayEndSession(viewer: Viewer, personId: string): boolean {
  return mayKeepAccount(viewer, personId) || mayAdminister(viewer)
}

const rank: Record<Role, number> = { guest: 0, member: 1, editor: 2, admin: 3 }

export function hasAtLeast(viewer: Viewer, role: Role): boolean {
  return rank[viewer.role] >= rank[role]
}
