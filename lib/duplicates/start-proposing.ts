import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Milliseconds until a thread that broke off is begun again. */
const pause = 60_000

/** Proposes duplicates in a thread of its own: comparing all questions is seconds of work, in which nobody else would be answered. Gives how to stop. */
export function startProposing(): () => Promise<void> {
  let stopped = false
  let worker: Worker
  let again: NodeJS.Timeout | undefined
  const start = () => {
    worker = new Worker(join(process.cwd(), '.build', 'propose-worker.mjs'))
    worker.on('error', (error) => console.error('Looking for duplicates:', error))
    worker.on('exit', () => {
      if (!stopped) again = setTimeout(start, pause).unref()
    })
  }
  start()
  return async () => {
    stopped = true
    clearTimeout(again)
    // What it has not committed is undone with its connection.
    await worker.terminate()
  }
}
