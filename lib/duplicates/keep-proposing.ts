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
 * Proposes duplicates while this process runs: soon after its start everything, then once a minute what was made or changed since, as
 * after an import, and everything again once a day. Of several instances one looks at a time. Gives how to stop.
 */
export function startProposing(): () => Promise<void> {
  const ending = new AbortController()
  const running = run(ending.signal)
  return async () => {
    ending.abort()
    // What is under way is one statement away from its end, or changes nothing.
    await Promise.race([running, sleep(5_000, undefined, { ref: false })])
  }
}

async function run(signal: AbortSignal): Promise<void> {
  let everythingAt = 0
  let seen = new Date(0)
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
    if (signal.aborted) return
    try {
      const changed = await listChangedSince(seen)
      const isDue = Date.now() - everythingAt > day
      if (changed.ids.length === 0 && !isDue) continue
      const all = isDue || changed.ids.length > mostChanged
      const looked = await alone(() => proposeDuplicates(all ? {} : { ids: changed.ids }))
      if (!looked) continue
      if (all) everythingAt = Date.now()
      seen = changed.newest ?? seen
    } catch (error) {
      // The database may be away; the next minute is another chance.
      if (!signal.aborted) console.error('Looking for duplicates:', error)
    }
  }
}

async function listChangedSince(since: Date): Promise<{ ids: string[]; newest: Date | undefined }> {
  const rows = await driver()<{ id: string; changed_at: Date }[]>`
    select id, changed_at from entry where changed_at > ${since} and trashed_at is null order by changed_at`
  return { ids: rows.map(({ id }) => id), newest: rows.at(-1)?.changed_at }
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
