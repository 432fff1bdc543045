import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { stopPostmaster } from '#db/embedded/launch'
import { openEmbedded } from '#db/embedded/open'
import { isAlive } from '#db/embedded/postmaster'
import { makeBundles } from '../../bin/prepare/bundles.mjs'
import { copyPreparedData, prepareData } from './prepared-data.ts'

const prefix = 'errata-test-'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's connection string to the cluster of this test run, which holds the migrated `errata` to clone. */
    superuserUrl: string
    /** The application's connection string to `errata`, which nobody may use: a database in use cannot be cloned. */
    applicationUrl: string
  }
}

/** One real Postgres for the whole run in a throw-away directory, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await makeBundles(['render-worker'])
  await removeLeftovers()
  const own = `${prefix}${process.pid}-`
  const prepared = await prepareData(own)
  const dataDir = mkdtempSync(join(tmpdir(), own))
  copyPreparedData(dataDir)
  const database = await openEmbedded({
    dataDir,
    part: 'instance',
    say: console.log,
    onFatal: (error) => {
      throw error
    },
  })
  await forgetDurability(database.superuserUrl)
  project.provide('superuserUrl', database.superuserUrl)
  project.provide('applicationUrl', database.url)
  return async () => {
    await database.close()
    for (const place of [dataDir, prepared]) rmSync(place, { recursive: true, force: true })
  }
}

// A run that was killed leaves its server behind; its directory bears the number of its process.
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    const dataDir = join(tmpdir(), name)
    if (existsSync(join(dataDir, 'postgres'))) await stopPostmaster(join(dataDir, 'postgres'))
    rmSync(dataDir, { recursive: true, force: true })
  }
}

// Nothing in here outlives the run; tests of durability make clusters of their own.
async function forgetDurability(superuserUrl: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  await sql`alter system set fsync = off`
  await sql`alter system set synchronous_commit = off`
  await sql`select pg_reload_conf()`
  await sql.end()
}
