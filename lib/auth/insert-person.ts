import type { Transaction } from '#db/client'
import { credential } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { Refusal } from '#lib/refusal'
import type { AccountRole } from './viewer.ts'

type Account = { name: string; email: string; role: AccountRole; passwordHash: string }

/** A person with a password. Throws Refusal `conflict` where the address already has an account. */
export async function insertPerson(
  tx: Transaction,
  { name, email, role, passwordHash }: Account,
): Promise<string> {
  const [row] = await tx
    .insert(person)
    .values({ name, email, role })
    .onConflictDoNothing()
    .returning({ id: person.id })
  if (!row) throw new Refusal('conflict', 'There is already an account with this address.')
  await tx.insert(credential).values({ personId: row.id, passwordHash })
  return row.id
}
