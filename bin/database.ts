import { join } from 'node:path'
import { closeDatabase } from '#db/client'
import { openEmbedded } from '#db/embedded/open'
import { application } from '#db/embedded/roles'
import type { Part } from '#db/embedded/seat'
import { migrateDatabase } from '#db/migrate'
import { rerenderHeads } from '#lib/entries/rerender'
import { parseEnv } from '#lib/env'
import { rerenderNoteTexts } from '#lib/notes/rerender-note-texts'
import { adoptEmptyIndex } from '#lib/search/sync/adopt-empty-index'
import type { Closable } from './close-on-signal.ts'

const migrations = join(import.meta.dirname, '..', 'drizzle')

/**
 * Sees to a database with this program's schema and names it to this process in DATABASE_URL: the one that was named
 * already, else the embedded one of DATA_DIR. `say` hears what a person should know, a line each.
 */
export async function openDatabase(part: Part, say: (line: string) => void): Promise<Closable> {
  const settings = parseEnv(process.env)
  if (settings.DATABASE_URL) {
    await migrateDatabase(settings.DATABASE_URL, migrations)
    await bringUpToDate(settings.DATABASE_URL, say)
    return { close: closeDatabase }
  }
  const embedded = await openEmbedded({ dataDir: settings.DATA_DIR, part, say, onFatal: endNow })
  try {
    await migrateDatabase(embedded.ownerUrl, migrations, application)
  } catch (error) {
    await embedded.close()
    throw error
  }
  process.env.DATABASE_URL = embedded.url
  await bringUpToDate(embedded.ownerUrl, say)
  return {
    async close() {
      await closeDatabase()
      await embedded.close()
    },
    endNow: embedded.endNow,
  }
}

/** What a newer program derives in another way from texts that stay as they are. */
async function bringUpToDate(ownerUrl: string, say: (line: string) => void): Promise<void> {
  await adoptEmptyIndex()
  const rendered = (await rerenderHeads(ownerUrl)) + (await rerenderNoteTexts())
  if (rendered > 0) say(`Rendered ${rendered} texts anew for this version.`)
}

function endNow(error: Error): never {
  console.error(`\n${error.message}`)
  process.exit(1)
}
