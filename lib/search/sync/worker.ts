import { setTimeout as sleep } from 'node:timers/promises'
import { driver } from '#db/client'
import { dirtyChannel } from '../dirty-set.ts'
import type { SearchEngine } from '../engine.ts'
import { isUnavailable } from '../failures.ts'
import type { Outside } from '../meilisearch/connection.ts'
import { Bell } from './bell.ts'
import { chores } from './chores.ts'
import { type Claim, claim, type Outcome, settle } from './claims.ts'
import { deliver } from './deliver.ts'
import { whileDelivering } from './locks.ts'
import { prepareIndex } from './prepare-index.ts'
import { reconcile } from './reconcile.ts'

/** As many only while a backlog waits: a large index took a thousand in within a tenth of the time of five times two hundred. */
const batch = 1000
/** Milliseconds: the net under notifications that get lost. */
const poll = 5000
const longestOutage = 120_000
const pauseAfterBug = 2000
const longestEnd = 10_000

/**
 * Keeps the outside engine in step until stopped: delivers what is dirty as soon as a commit says so, reconciles at the start, after every
 * outage and once a day, rebuilds when asked. Any number of instances may run one. Stopping lets what is under way finish.
 */
export async function startWorker({ engine, circuit }: Outside): Promise<() => Promise<void>> {
  const bell = new Bell()
  const ring = () => bell.ring()
  const { unlisten } = await driver().listen(dirtyChannel, ring, ring)
  const deliveries = new Deliveries(engine)
  const stopping = new AbortController()
  const beside = new Set<Promise<void>>()
  /** After which outage the index was last compared with the entries. */
  let checked: number | undefined

  async function step(): Promise<void> {
    await untilWell()
    if (checked !== circuit.outages) {
      const outage = circuit.outages
      await prepareIndex(engine)
      await reconcile(engine)
      checked = outage
    }
    const delivered = await whileDelivering(() => deliveries.next())
    circuit.succeed()
    if (delivered) return
    const { rebuilding } = await chores(engine, stopping.signal)
    if (rebuilding) keepBeside(rebuilding)
    await bell.wait(poll)
  }

  function keepBeside(work: Promise<void>): void {
    beside.add(work)
    void work.finally(() => beside.delete(work))
  }

  async function recover(error: unknown): Promise<void> {
    checked = undefined
    console.error(isUnavailable(error) ? `Search: ${error.message}` : error)
    if (!isUnavailable(error)) return bell.wait(pauseAfterBug)
    circuit.trip()
    await untilWell()
  }

  // Others notice an outage too, when they search.
  async function untilWell(): Promise<void> {
    while (circuit.isOpen && !stopping.signal.aborted) await bell.wait(longestOutage, circuit.untilClosed())
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted)
      await step().catch((error: unknown) => (stopping.signal.aborted ? undefined : recover(error)))
  }

  const running = run()
  return async () => {
    stopping.abort()
    bell.stop()
    // What is not settled by then is due again when its lease ends.
    const over = Promise.all([running, ...beside])
    await Promise.race([over, sleep(longestEnd, undefined, { ref: false })])
    await unlisten()
  }
}

/** Delivers batch after batch and settles what a save held when its turn came. */
class Deliveries {
  readonly #engine: SearchEngine
  #owed: { claimed: Claim; outcome: Outcome }[] = []

  constructor(engine: SearchEngine) {
    this.#engine = engine
  }

  /** Whether there was anything to deliver. */
  async next(): Promise<boolean> {
    for (const { claimed, outcome } of this.#owed.splice(0)) await this.#settle(claimed, outcome)
    const claimed = await claim(batch)
    if (!claimed) return false
    await deliver(this.#engine, claimed, (some, outcome) => this.#settle(some, outcome))
    return true
  }

  async #settle(claimed: Claim, outcome: Outcome): Promise<void> {
    const left = await settle(claimed, outcome)
    if (left.rows.length > 0) this.#owed.push({ claimed: left, outcome })
  }
}
