import { outside } from '../meilisearch/connection.ts'
import { renewEmbedded } from './renew-embedded.ts'
import { startWorker } from './worker.ts'

/** Sees to the embedded index, and keeps the search server of MEILI_URL in step while this process runs, from now on and whether or not it is up; gives how to stop. Does nothing where none is set. */
export async function startIndexing(): Promise<() => Promise<void>> {
  renewEmbedded().catch(console.error)
  const server = outside()
  return server ? startWorker(server) : async () => {}
}
