import { Refusal } from '#lib/refusal'

export const roles = ['guest', 'member', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]
export type AccountRole = Exclude<Role, 'guest'>

/** Whoever is asking, with the rights of `role`. A guest has neither id nor session. */
export type Viewer = {
  id: string | null
  role: Role
  name: string
  sessionId?: string
  /** Set where the rights are a member's only until a second factor is on. */
  lacksSecondFactor?: boolean
}
export type SignedIn = Viewer & { id: string; role: AccountRole }

export const guest: Viewer = { id: null, role: 'guest', name: '' }

/** Whom a page for everybody is made for: anyone who may read. The server in front lets nobody else see it. */
export const anyReader: Viewer = { id: null, role: 'member', name: '' }

/** For verbs that need somebody: throws Refusal `forbidden` for a guest. */
export function requireViewer(viewer: Viewer): SignedIn {
  if (!isSignedIn(viewer)) throw new Refusal('forbidden', 'Sign in first.')
  return viewer
}

export function isSignedIn(viewer: Viewer): viewer is SignedIn {
  return viewer.id !== null && viewer.role !== 'guest'
}
