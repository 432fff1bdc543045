/** The first admin of the wiki that the tests run against. */
export const admin = { email: 'admin@example.com', password: 'correct horse battery' }
