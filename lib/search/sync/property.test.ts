import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { searchOutbox } from '#db/schema/search'
import {
  byId,
  editEntry,
  expectedDocuments,
  givenEntries,
  restoreEntry,
  trashEntry,
} from '#lib/testing/changing-entries'
import { testDatabase } from '#lib/testing/database'
import { unreliableEngine } from '#lib/testing/unreliable-engine'
import { isUnavailable } from '../failures.ts'
import { type Claim, claim, settle } from './claims.ts'
import { deliver } from './deliver.ts'
import { rebuildIndex } from './rebuild.ts'
import { reconcile } from './reconcile.ts'

testDatabase()

const entry = fc.nat(5)
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), entry }) },
  fc.record({ do: fc.constant('trash' as const), entry }),
  fc.record({ do: fc.constant('restore' as const), entry }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('deliver', 'refuse', 'lose' as const),
      most: fc.integer({ min: 1, max: 4 }),
    }),
  },
  fc.record({ do: fc.constant('crash' as const), most: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ do: fc.constantFrom('forget', 'haunt' as const), entry }),
  fc.record({ do: fc.constantFrom('reconcile', 'rebuild' as const) }),
)

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

test('after any course of writes and faults, delivering what is dirty after a reconciliation makes the index equal to the database', async () => {
  const ids = await givenEntries(6)
  const engine = unreliableEngine()

  async function deliverSome(most: number): Promise<boolean> {
    const claimed = await claim(most)
    if (!claimed) return false
    await deliver(engine, claimed, async (some, outcome) => {
      await settle(some, outcome)
    }).catch((error: unknown) => {
      if (!isUnavailable(error)) throw error
    })
    return true
  }

  async function take(one: Step): Promise<unknown> {
    switch (one.do) {
      case 'edit':
        return editEntry(ids[one.entry] ?? '')
      case 'trash':
        return trashEntry(ids[one.entry] ?? '')
      case 'restore':
        return restoreEntry(ids[one.entry] ?? '')
      case 'forget':
        return engine.documents.delete(ids[one.entry] ?? '')
      case 'haunt':
        return engine.documents.set(ids[one.entry] ?? '', 1_000_000)
      case 'reconcile':
        return reconcile(engine)
      case 'rebuild':
        return rebuildIndex(engine)
      case 'crash':
        return endLease(await claim(one.most))
      default:
        engine.refusals = one.do === 'refuse' ? 1 : 0
        engine.losses = one.do === 'lose' ? 1 : 0
        await deliverSome(one.most)
        engine.refusals = 0
        engine.losses = 0
    }
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      for (const one of steps) await take(one)
      await reconcile(engine)
      while (await deliverSome(3));
      expect([...engine.documents].sort(byId)).toEqual(await expectedDocuments())
      expect(await database().select().from(searchOutbox)).toEqual([])
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** A worker that died after its claim: its lease ends by itself. */
async function endLease(claimed: Claim | undefined): Promise<void> {
  if (claimed)
    await database()
      .update(searchOutbox)
      .set({ leaseUntil: new Date(0) })
}
