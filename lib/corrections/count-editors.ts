import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { person } from '#db/schema/people'

/** How many people may decide on any text: with two, nobody decides alone on their own claim. */
export async function countEditors(reader: Reader): Promise<number> {
  const [row] = await reader
    .select({ editors: count() })
    .from(person)
    .where(
      and(eq(person.kind, 'person'), inArray(person.role, ['editor', 'admin']), isNull(person.suspendedAt)),
    )
  return row?.editors ?? 0
}
