import { setTimeout as sleep } from 'node:timers/promises'
import { driver } from '#db/client'
import { proposeDuplicates } from './propose.ts'

// Any number that is ours alone.
const lock = 7_361_203_301
/** Milliseconds. */
const pause = 60_000
const day = 86_400_000
/** More changed at once than this is looked at with everything else. */
const mostChanged = 2_000

/**
 * Proposes duplicates for as long as it runs: soon after its start everything, then once a minute what was made or changed since, as
 * after an import, and everything again once a day. Of several instances one looks at a time.
 */
export async function keepProposing(): Promise<never> {
  for (let state = atFirst; ; ) {
    await sleep(pause)
    try {
      state = await lookAgain(state, Date.now())
    } catch (error) {
      // The database may be away; the next minute is another chance.
      console.error('Looking for duplicates:', error)
    }
  }
}

/** When everything was looked at, in milliseconds, and the newest change that was looked at, as Postgres writes it. */
type Looked = { everythingAt: number; newest: string }
export const atFirst: Looked = { everythingAt: 0, newest: '-infinity' }

/** Looks at what changed, or at everything once a day; gives what it had seen by then. */
export async function lookAgain(before: Looked, now: number): Promise<Looked> {
  const changed = await listChangedSince(before.newest)
  const isDue = now - before.everythingAt > day
  if (changed.ids.length === 0 && !isDue) return before
  const all = isDue || changed.ids.length > mostChanged
  const looked = await alone(() => proposeDuplicates(all ? {} : { ids: changed.ids }))
  if (!looked) return before
  return {
    everythingAt: all ? now : before.everythingAt,
    newest: changed.newest ?? before.newest,
  }
}

async function listChangedSince(since: string): Promise<{ ids: string[]; newest: string | undefined }> {
  const rows = await driver()<{ id: string; at: string }[]>`
    select id, changed_at::text as at from entry where changed_at > ${since}::text::timestamptz and trashed_at is null order by changed_at`
  return { ids: rows.map(({ id }) => id), newest: rows.at(-1)?.at }
}

/** Runs work that only one instance at a time does; undefined where another does it. */
export async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  const connection = await driver().reserve()
  try {
    const [row] = await connection<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`
    if (!row?.got) return undefined
    try {
      return await work()
    } finally {
      await connection`select pg_advisory_unlock(${lock})`
    }
  } finally {
    connection.release()
  }
}
