import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import { searchDoc, searchTerm } from '#db/schema/search'

/** Forgets words that no indexed text has any more, so that no slip is mended into one. How many rows went. */
export async function forgetWords(): Promise<number> {
  const gone = await database().execute<{ term: string }>(
    sql`select distinct term from ${searchTerm} where ${isNowhere}`,
  )
  if (gone.length === 0) return 0
  const terms = sql`string_to_array(${gone.map(({ term }) => term).join(' ')}, ' ')`
  return database().transaction(async (tx) => {
    // Waits for whoever is saving a text: they may have found one of these words known already.
    await tx.execute(sql`lock table ${searchTerm} in share row exclusive mode`)
    const rows = await tx.execute(
      sql`delete from ${searchTerm} where term = any(${terms}) and ${isNowhere} returning 1`,
    )
    return rows.length
  })
}

// They are words of Latin letters and digits alone, and need no quotes.
const isNowhere = sql`not exists (select from ${searchDoc} where ${searchDoc.tsv} @@ ${searchTerm.term}::tsquery)`
