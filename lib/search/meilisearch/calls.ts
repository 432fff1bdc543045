import { setTimeout as sleep } from 'node:timers/promises'
import { type Meilisearch, MeilisearchApiError } from 'meilisearch'
import { SearchTaskFailed, SearchUnavailable } from '../failures.ts'

const longestTask = 60_000
const firstLook = 3
const lastLook = 250

/** What went wrong in our two words: the work is refused (SearchTaskFailed), or nothing can be had now (SearchUnavailable). */
export async function call<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (error) {
    if (error instanceof MeilisearchApiError && isRefusal(error))
      throw new SearchTaskFailed(error.message, error.cause?.code)
    const why =
      error instanceof MeilisearchApiError
        ? `answers ${error.response.status}: ${error.message}`
        : 'gives no answer.'
    throw new SearchUnavailable(`The search server ${why}`, { cause: error })
  }
}

// Not allowed, a lost index (404, or 400 of a search for several things), a timeout and too many requests are no fault of what was sent.
const isRefusal = ({ response: { status }, cause }: MeilisearchApiError): boolean =>
  status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status) && cause?.code !== lostIndex

const lostIndex = 'index_not_found'

/**
 * Sends a write and waits until it is done: the first answer only says that it stands in a queue.
 * Throws SearchTaskFailed with the engine's code, SearchUnavailable.
 */
export async function write(client: Meilisearch, send: () => Promise<{ taskUid: number }>): Promise<void> {
  const { taskUid } = await call(send)
  await waitUntil(async () => {
    const task = await call(() => client.tasks.getTask(taskUid))
    if (task.error?.code === lostIndex) throw new SearchUnavailable('The search server has lost the index.')
    if (task.status === 'failed' || task.status === 'canceled')
      throw new SearchTaskFailed(
        task.error?.message ?? 'The search server refused the work.',
        task.error?.code,
      )
    return task.status === 'succeeded'
  })
}

/** Looks after 3 ms, then less and less often, a quarter of a second apart at most. Throws SearchUnavailable after a minute. */
export async function waitUntil(isDone: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + longestTask
  for (let pause = firstLook; Date.now() < until; pause = Math.min(pause * 1.5, lastLook)) {
    await sleep(pause)
    if (await isDone()) return
  }
  throw new SearchUnavailable('The search server has not come to it within a minute.')
}
