export const roles = ['guest', 'member', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** Whoever is asking. A guest has no id. */
export type Viewer = { id: string | null; role: Role; name: string }

export const guest: Viewer = { id: null, role: 'guest', name: '' }
