import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { realNotes } from '#lib/testing/notes'
import type { Step } from '../step.ts'
import { runChild } from './child.ts'
import { firstLoad } from './first-load.ts'
import { typeQueries } from './keystrokes.ts'
import { loadPage } from './load.ts'
import { treeMegabytes } from './processes.ts'
import { median } from './quantile.ts'
import { Reader } from './reader.ts'
import {
  answeringPids,
  databaseMegabytes,
  environmentOf,
  type RunningWiki,
  startWiki,
  temporaryData,
} from './running-wiki.ts'
import { loadNginx } from './static-server.ts'

const laterStarts = 3
const root = join(import.meta.dirname, '../..')

/** The wiki as a small team has it: start, memory, first load and views of an entry page, search. */
export async function measureNotes(step: Step) {
  const { dataDir, remove } = await temporaryData()
  await step('Starting on an empty directory', async () => (await startWiki(dataDir)).stop())
  await step('Importing the notes', () => importNotes(dataDir))
  const starts: number[] = []
  for (let i = 1; i <= laterStarts; i++)
    starts.push(await step(`Starting again, ${i} of ${laterStarts}`, () => startOnce(dataDir)))
  const wiki = await step('Starting', () => startWiki(dataDir))
  const page = await findEntryPage(wiki)
  const body = await readCompressed(wiki, page)
  const memory = await step('Memory', () => memoryOf(wiki))
  const load = await step('First load in Chromium', () => firstLoad(wiki.url + page))
  const search = await step('Search while typing', () => typeQueries(wiki.url, () => answeringPids(wiki)))
  const views = await step('Views of an entry page', () => loadPage(wiki.url, page, wiki.pid))
  await wiki.stop()
  await remove()
  const nginx = await step('The same bytes from nginx', () => loadNginx(body))
  return { laterStart: median(starts), page, bytes: body.length, memory, load, search, views, nginx }
}

/** The five notes where they lie beside the checkout, else the shipped ones. */
export function importNotes(dataDir: string): Promise<void> {
  const notes = join(root, realNotes() ? '../shared/notes' : 'seed/notes')
  return runChild(process.execPath, ['bin/import.mjs', notes], { env: environmentOf(dataDir) }, 600)
}

/** As a person starts it. Milliseconds. */
async function startOnce(dataDir: string): Promise<number> {
  const wiki = await startWiki(dataDir, ['npm', 'start', '--silent'])
  await wiki.stop()
  return wiki.startedIn
}

async function findEntryPage({ url }: RunningWiki): Promise<string> {
  const reader = new Reader(url)
  for (const query of ['三次握手', '']) {
    const { body } = await reader.get(`/api/search?limit=1&q=${encodeURIComponent(query)}`)
    const { hits } = JSON.parse(body.toString()) as { hits: { url: string }[] } // our own API
    if (hits[0]) return hits[0].url
  }
  throw new Error('The wiki has no entry to measure.')
}

async function readCompressed({ url }: RunningWiki, page: string): Promise<Buffer> {
  const { body } = await new Reader(url).get(page, { 'accept-encoding': 'br', 'accept-language': 'zh-CN' })
  return body
}

/** After a first page, at rest. */
async function memoryOf({ pid, dataDir }: RunningWiki) {
  await wait(3_000)
  return { server: await treeMegabytes(pid), database: await databaseMegabytes(dataDir) }
}
