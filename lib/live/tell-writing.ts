import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { channel, writingOn } from './channel.ts'

/** Tells every instance that somebody began or ended writing on a text; in a transaction, when it commits. */
export async function tellWriting(reader: Reader, subject: string): Promise<void> {
  await reader.execute(sql`select pg_notify(${channel}, ${writingOn(subject)})`)
}
