import { driver } from '#db/client'

/** Rows of the dirty set that one worker delivers; nobody else does until the lease ends, even when the entries change meanwhile. */
export type Claim = { rows: { entryId: string; seq: string }[]; lease: string; takenAt: number }

/** What became of claimed rows: delivered, given back as they were, or refused with a problem. */
export type Outcome = 'delivered' | 'given back' | { problem: string }

// Longer than the patience of a delivery (20 s), a request (4 s) and the wait for its task (60 s) together.
const leaseSeconds = 90
const mostAttempts = 8

/** Takes due rows, the longest dirty first, and commits at once: no lock is held while the engine is spoken to, so no save waits for it. */
export async function claim(most: number): Promise<Claim | undefined> {
  const rows = await driver()<{ entryId: string; seq: string; lease: string }[]>`
    update search_outbox set lease_until = now() + make_interval(secs => ${leaseSeconds})
    where entry_id in (
      select entry_id from search_outbox where next_at <= now() and (lease_until is null or lease_until <= now())
      order by seq limit ${most} for update skip locked)
    returning entry_id as "entryId", seq::text, lease_until::text as lease`
  const [first] = rows
  if (!first) return undefined
  const taken = rows.map(({ entryId, seq }) => ({ entryId, seq }))
  return { rows: taken, lease: first.lease, takenAt: Date.now() }
}

/**
 * Ends a claim. A delivered row goes; one that changed meanwhile has another number: it stays, and is due. A refused one is put off, 4 seconds
 * at first, doubling; after the eighth time it is parked until its entry changes. Gives the rows that a save holds just now, to be settled
 * when that has ended: waiting here for several at once could end in a deadlock with it.
 */
export async function settle(claimed: Claim, outcome: Outcome): Promise<Claim> {
  const sql = driver()
  const ids = claimed.rows.map(({ entryId }) => entryId)
  const ours = sql`
    select outbox.entry_id, outbox.seq = claimed.number as same
    from search_outbox outbox join unnest(${ids}::uuid[], ${claimed.rows.map(({ seq }) => seq)}::bigint[]) as claimed (id, number)
      on outbox.entry_id = claimed.id
    where outbox.lease_until = ${claimed.lease}::timestamptz for update of outbox skip locked`
  if (outcome === 'delivered')
    await sql`
      with ours as materialized (${ours}), gone as (
        delete from search_outbox where entry_id in (select entry_id from ours where same))
      update search_outbox set lease_until = null where entry_id in (select entry_id from ours where not same)`
  else {
    const problem = outcome === 'given back' ? null : outcome.problem.slice(0, 1000)
    await sql`
      with ours as materialized (${ours}), failed as (
        update search_outbox set lease_until = null, attempts = attempts + 1, problem = ${problem}::text,
          next_at = case when attempts + 1 >= ${mostAttempts} then 'infinity' else now() + make_interval(secs => 2 ^ (attempts + 2)) end
        where entry_id in (select entry_id from ours where same) and ${problem}::text is not null)
      update search_outbox set lease_until = null
      where entry_id in (select entry_id from ours where not same or ${problem}::text is null)`
  }
  const held = await sql<{ entryId: string }[]>`
    select entry_id as "entryId" from search_outbox
    where entry_id = any(${ids}::uuid[]) and lease_until = ${claimed.lease}::timestamptz`
  const left = new Set(held.map(({ entryId }) => entryId))
  return { ...claimed, rows: claimed.rows.filter(({ entryId }) => left.has(entryId)) }
}
