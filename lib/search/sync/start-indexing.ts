import { outside } from '../meilisearch/connection.ts'
import { startWorker } from './worker.ts'

/** Keeps the search server of MEILI_URL in step while this process runs, from now on and whether or not it is up; gives how to stop. Does nothing where none is set. */
export async function startIndexing(): Promise<() => Promise<void>> {
  const server = outside()
  return server ? startWorker(server) : async () => {}
}
