import { randomBytes } from 'node:crypto'
import { database } from '#db/client'
import { enter } from '#lib/auth/enter'
import { insertPerson } from '#lib/auth/insert-person'
import { hashPassword } from '#lib/auth/password'
import type { AccountRole, SignedIn } from '#lib/auth/viewer'

export const password = 'correct horse battery'

/** A new person with that role, signed in from a browser of their own. */
export async function signedIn(role: AccountRole): Promise<SignedIn & { email: string; sessionId: string }> {
  const email = `${randomBytes(6).toString('hex')}@example.com`
  const passwordHash = await hashPassword(password)
  return database().transaction(async (tx) => {
    const id = await insertPerson(tx, { name: `A ${role}`, email, role, passwordHash })
    const { sessionId } = await enter(tx, id, { device: 'test', address: '127.0.0.1' })
    return { id, role, name: `A ${role}`, email, sessionId }
  })
}

/** Somebody with a guest's rights and an id: what only a mistake at the edge would hand to a verb for people. */
export function asGuest<Person extends SignedIn>(person: Person): Person {
  return { ...person, role: 'guest' } as unknown as Person // a caller who lies about their type
}
