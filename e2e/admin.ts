/** Whom the shared wiki's environment makes its first admin. */
export const admin = { email: 'first@example.com', password: 'an admin from the environment' }
