import { setTimeout as wait } from 'node:timers/promises'
import { startMeilisearch } from '#lib/testing/meilisearch'
import type { Step } from '../step.ts'
import { type Search, typeQueries } from './keystrokes.ts'
import { treeOf } from './processes.ts'
import { Reader } from './reader.ts'
import { answeringPids, startWiki } from './running-wiki.ts'
import { toUndo } from './undo.ts'

// A hundred thousand entries, each with all its tokens, on a machine that has other things to do.
const patience = 60 * 60_000

/** The same queries on the same data with Meilisearch, once it has everything; undefined where it cannot run. */
export async function searchOutside(dataDir: string, step: Step): Promise<Search | undefined> {
  const server = await startMeilisearch()
  if (!server) return undefined
  const close = toUndo(() => server.close())
  const settings = { MEILI_URL: server.url, MEILI_KEY: server.masterKey }
  const wiki = await step('Starting with Meilisearch', () => startWiki(dataDir, undefined, settings))
  await step('Indexing in Meilisearch', () => untilItAnswers(wiki.url))
  const answering = async () => [...(await answeringPids(wiki)), ...(await treeOf(server.pid()))]
  const search = await step('Search while typing, with Meilisearch', () => typeQueries(wiki.url, answering))
  await wiki.stop()
  await close()
  return search
}

async function untilItAnswers(url: string): Promise<void> {
  const reader = new Reader(url)
  const deadline = Date.now() + patience
  try {
    while (Date.now() < deadline) {
      const { body } = await reader.get('/api/search?q=tcp&limit=1')
      const { engine } = JSON.parse(body.toString()) as { engine: string } // our own API
      if (engine === 'meilisearch') return
      await wait(1_000)
    }
  } finally {
    reader.leave()
  }
  throw new Error('Meilisearch did not have everything within an hour.')
}
