/** Whom the shared wiki's environment makes its first admin. */
export const admin = { email: 'first@example.com', password: 'an admin from the environment' }

/** What signs its sessions, so that tests can be signed in at once. */
export const secret = 'a secret that signs nothing but tests'
