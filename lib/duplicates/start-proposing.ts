import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Proposes duplicates in a thread of its own: comparing all questions is seconds of work, in which nobody else would be answered. Gives how to stop. */
export function startProposing(): () => Promise<void> {
  let stopped = false
  let worker: Worker
  const start = () => {
    worker = new Worker(join(process.cwd(), '.build', 'propose-worker.mjs'))
    worker.on('error', (error) => console.error('Looking for duplicates:', error))
    // It begins by waiting, so that what ends it again and again does so once a minute.
    worker.on('exit', () => stopped || start())
  }
  start()
  return async () => {
    stopped = true
    // What it has not committed is undone with its connection.
    await worker.terminate()
  }
}
