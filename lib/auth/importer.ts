import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import type { Viewer } from './viewer.ts'

// One row for every instance; the fixed key makes a second one impossible.
const importerId = '01900000-0000-7000-8000-000000000001'

/** The system person whom texts from files are credited to when nobody else is named. Has an admin's rights. */
export async function requireImporter(): Promise<Viewer & { id: string }> {
  const db = database()
  await db
    .insert(person)
    .values({ id: importerId, kind: 'system', name: 'Import', role: 'admin' })
    .onConflictDoNothing()
  const [row] = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(eq(person.id, importerId))
  return { id: row!.id, role: 'admin', name: row!.name }
}
