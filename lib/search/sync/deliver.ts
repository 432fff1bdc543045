import { database } from '#db/client'
import { readDocs } from '../documents.ts'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import { isUnavailable } from '../failures.ts'
import type { Claim, Outcome } from './claims.ts'

export type Settle = (claimed: Claim, outcome: Outcome) => Promise<void>

/** Milliseconds that a batch may be halved and sent again before the rest is given back. */
const patience = 20_000

/**
 * Brings the engine up to what the tables say of the claimed entries now, which is never older than what made them dirty. Halves a batch that is
 * refused until what is wrong stands alone. Every row is settled in the end; throws SearchUnavailable after giving the rest back.
 */
export async function deliver(engine: SearchEngine, claimed: Claim, settle: Settle): Promise<void> {
  const ids = claimed.rows.map(({ entryId }) => entryId)
  const docs = await readDocs(database(), ids)
  try {
    await send(engine, ids, docs)
  } catch (error) {
    if (!isUnavailable(error)) return deliverHalves(engine, claimed, error, settle)
    await settle(claimed, 'given back')
    throw error
  }
  await settle(claimed, 'delivered')
}

async function send(engine: SearchEngine, ids: string[], docs: SearchDoc[]): Promise<void> {
  const living = new Set(docs.map(({ id }) => id))
  const gone = ids.filter((id) => !living.has(id))
  if (docs.length > 0) await engine.upsert(docs)
  if (gone.length > 0) await engine.remove(gone)
}

async function deliverHalves(
  engine: SearchEngine,
  claimed: Claim,
  error: unknown,
  settle: Settle,
): Promise<void> {
  const { rows, takenAt } = claimed
  if (rows.length === 1)
    return settle(claimed, { problem: error instanceof Error ? error.message : String(error) })
  if (Date.now() - takenAt > patience) return settle(claimed, 'given back')
  const middle = Math.ceil(rows.length / 2)
  const second = { ...claimed, rows: rows.slice(middle) }
  try {
    await deliver(engine, { ...claimed, rows: rows.slice(0, middle) }, settle)
  } catch (failure) {
    await settle(second, 'given back')
    throw failure
  }
  await deliver(engine, second, settle)
}
