import { openEmbedded } from '#db/embedded/open'
import { insertManyEntries } from '#lib/testing/many-entries'
import type { Step } from '../step.ts'
import { typeQueries } from './keystrokes.ts'
import { paintPalette } from './palette-paint.ts'
import { median } from './quantile.ts'
import { Reader } from './reader.ts'
import {
  answeringPids,
  databaseMegabytes,
  type RunningWiki,
  startWiki,
  temporaryData,
} from './running-wiki.ts'
import { searchOutside } from './search-outside.ts'
import { toUndo } from './undo.ts'

const pages = ['/', '/notes', '/unanswered', '/tags', '/repairs'] as const
const timesMade = 5

/** A wiki of many entries: search, and what it takes to make its lists anew after a write. Milliseconds. */
export async function measureSize(count: number, step: Step) {
  const { dataDir, remove } = await temporaryData()
  const wiki = await step('Starting on an empty directory', () => startWiki(dataDir))
  await step(`Filling ${count.toLocaleString('en')} entries`, () => fill(dataDir, count))
  const search = await step('Search while typing', () => typeQueries(wiki.url, () => answeringPids(wiki)))
  const paint = await step('Results painted in Chromium', () => paintPalette(wiki.url))
  const made = await step('Lists made anew', () => makeLists(wiki))
  const database = await databaseMegabytes(dataDir)
  await wiki.stop()
  const outside = await searchOutside(dataDir, step)
  await remove()
  return { search, outside, paint, made, database }
}

async function fill(dataDir: string, count: number): Promise<void> {
  const database = await openEmbedded({
    dataDir,
    part: 'visitor',
    say: console.error,
    onFatal: console.error,
  })
  const close = toUndo(() => database.close())
  await insertManyEntries(database.ownerUrl, count)
  await close()
}

/** Each under a number of its own, for what the page cache has it does not make again. */
async function makeLists({ url }: RunningWiki): Promise<{ page: string; milliseconds: number }[]> {
  const reader = new Reader(url)
  const made = []
  for (const page of pages) {
    const times = []
    for (let i = 0; i < timesMade; i++) times.push((await reader.get(`${page}?notice=${i}`)).milliseconds)
    made.push({ page, milliseconds: median(times) })
  }
  reader.leave()
  return made
}
