import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { searchIndex } from '#db/schema/search'
import { postgresEngine } from '../postgres/engine.ts'
import { tokenizerVersion } from '../tokens.ts'
import { rebuildIndex } from './rebuild.ts'

/**
 * Makes the embedded index anew where it was made by an earlier program's rules; meanwhile the old one answers. Tells whether it did.
 * Throws the signal's reason when that ends it; the next start begins again.
 */
export async function renewEmbedded(signal?: AbortSignal): Promise<boolean> {
  const [live] = await database()
    .select({ tokenizer: searchIndex.tokenizer })
    .from(searchIndex)
    .where(eq(searchIndex.live, true))
  if (!live || live.tokenizer === tokenizerVersion) return false
  return (await rebuildIndex(postgresEngine(), () => signal?.throwIfAborted())) !== undefined
}
