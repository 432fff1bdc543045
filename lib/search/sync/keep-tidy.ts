import { setTimeout as sleep } from 'node:timers/promises'
import { driver } from '#db/client'
import { dirtyChannel } from '../dirty-set.ts'
import { Bell } from './bell.ts'

/** Milliseconds between two times, so that many saves are one piece of work. */
const pause = 1000
/** Milliseconds: the net under notifications that get lost. */
const poll = 60_000

/**
 * Puts what saves wrote to the embedded index in order soon after them, until stopped, so that searches find a short list of what is
 * not. What is written is found at once either way.
 */
export async function startTidying(): Promise<() => Promise<void>> {
  const bell = new Bell()
  const stopping = new AbortController()
  const ring = () => bell.ring()
  const { unlisten } = await driver().listen(dirtyChannel, ring, ring)

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await bell.wait(poll)
      // Without a database there is nothing to do, and it is told elsewhere.
      await tidyIndex().catch(() => undefined)
      await sleep(pause, undefined, stopping).catch(() => undefined)
    }
  }

  const running = run()
  return async () => {
    stopping.abort()
    bell.stop()
    await Promise.all([running, unlisten()])
  }
}

/** Sorts the embedded index's list of what was written last; how many pages it had. */
export async function tidyIndex(): Promise<number> {
  const [row] = await driver()<{ pages: number }[]>`select tidy_search_doc()::int as pages`
  return row?.pages ?? 0
}
