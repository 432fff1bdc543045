import { outside } from '../meilisearch/connection.ts'
import { startTidying } from './keep-tidy.ts'
import { renewEmbedded } from './renew-embedded.ts'
import { unlessStopped } from './unless-stopped.ts'
import { startWorker } from './worker.ts'

/** Sees to the embedded index, and keeps the search server of MEILI_URL in step while this process runs, from now on and whether or not it is up; gives how to stop. Does nothing where none is set. */
export async function startIndexing(): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const renewing = unlessStopped(renewEmbedded(stopping.signal), stopping.signal)
  const stopTidying = await startTidying()
  const server = outside()
  const stopWorker = server && (await startWorker(server))
  return async () => {
    stopping.abort()
    await Promise.all([renewing, stopTidying(), stopWorker?.()])
  }
}
