import { and, eq, notExists, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { searchDoc, searchIndex } from '#db/schema/search'
import { tokenizerVersion } from '../tokens.ts'

/** An embedded index that holds nothing yet follows this program's rules, so that what fills it need not be written again. */
export async function adoptEmptyIndex(): Promise<void> {
  const docs = database().select({ one: sql`1` }).from(searchDoc)
  await database()
    .update(searchIndex)
    .set({ tokenizer: tokenizerVersion })
    .where(and(eq(searchIndex.live, true), notExists(docs)))
}
