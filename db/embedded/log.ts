import { copyFileSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'

const limit = 5_000_000

/** What Postgres says, kept beside its data. */
export const logOf = (dataDir: string) => join(dataDir, 'postgres.log')

/** Keeps the log below 5 MB and one older file of that size; works while Postgres writes, for it appends. */
export function boundLog(dataDir: string): void {
  const log = logOf(dataDir)
  const found = statSync(log, { throwIfNoEntry: false })
  if (!found || found.size < limit) return
  copyFileSync(log, `${log}.1`)
  truncateSync(log)
}

/** The last lines of the log, for a message about what went wrong. */
export function tailOfLog(dataDir: string): string {
  try {
    return readFileSync(logOf(dataDir), 'utf8').trim().split('\n').slice(-8).join('\n')
  } catch {
    return ''
  }
}
