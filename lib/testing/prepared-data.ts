import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { locate } from '#db/embedded/location'
import { openEmbedded } from '#db/embedded/open'
import { settingsFile } from '#db/embedded/settings'
import { migrateDatabase } from '#db/migrate'

const migrations = join(import.meta.dirname, '../../drizzle')

/**
 * Makes a data directory with a migrated, empty database once for a run, which its processes copy rather than each making
 * one. Returns its place; whoever calls it removes it.
 */
export async function prepareData(prefix: string): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  const database = await openEmbedded({
    dataDir,
    part: 'instance',
    say: console.log,
    onFatal: (error) => {
      throw error
    },
  })
  await migrateDatabase(database.ownerUrl, migrations, 'errata_app')
  await database.close()
  // It names the port, and copies that start together would all want that one.
  rmSync(join(locate(dataDir).cluster, settingsFile))
  process.env.ERRATA_PREPARED_DATA = dataDir
  return dataDir
}

/** Fills an empty directory with what was prepared, passwords and all; without it a first start makes the same. */
export function copyPreparedData(to: string): void {
  const from = process.env.ERRATA_PREPARED_DATA
  // What lies in a shelter elsewhere cannot be copied with the directory.
  if (!from || existsSync(join(from, 'postgres.place'))) return
  execFileSync('cp', ['-a', `${from}/.`, to])
}
