import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { findPostmaster } from '#db/embedded/postmaster'
import { RemoteEditor } from '#lib/testing/remote-editor'
import { openWikiDatabase } from '#lib/testing/wiki-people'
import { givenEditors } from '../crash/given.ts'
import type { Step } from '../step.ts'
import { importNotes } from './measure-notes.ts'
import { processorSeconds, treeSeconds } from './processes.ts'
import { median, quantile } from './quantile.ts'
import { type RunningWiki, startWiki, temporaryData } from './running-wiki.ts'

/** Milliseconds of one editor who saves again and again; saves a second of eight at once, and processor time that each of these cost. */
export type Saves = {
  p50: number
  p95: number
  perSecond: number
  cpuMs: { server: number; database: number }
}

const secret = randomUUID() + randomUUID()
const [editors, seconds, saves] = [8, 10, 240]
/** A wiki runs for days: it is measured when its code and its statements are compiled, on each of its connections. */
const warmUpSeconds = 10
/** One person may save once a second: each editor is several people who take turns. */
const peopleEach = 40

/** Saves by the editor's own request, with a session as a browser has it; each is on disk, a version, audited and found when it is answered. */
export async function measureSaves(step: Step): Promise<Saves> {
  const { dataDir, remove } = await temporaryData()
  const wiki = await step('Starting on an empty directory', () =>
    startWiki(dataDir, undefined, { AUTH_SECRET: secret }),
  )
  await step('Importing the notes', () => importNotes(dataDir))
  const sql = openWikiDatabase(dataDir)
  const writers = await givenWriters(wiki, sql)
  const [first] = writers
  if (!first) throw new Error('The notes have no answers.')
  const together = await step('Saves of eight editors', () => saveTogether(wiki, writers))
  const times = await step('Saves of one editor', () => saveTimes(first, saves))
  for (const writer of writers) writer.leave()
  await requireAllKept(sql, writers)
  await sql.end()
  await wiki.stop()
  await remove()
  return { p50: median(times), p95: quantile(times, 0.95), ...together }
}

/** Somebody who changes one sentence of one text. */
class Writer {
  saved = 0
  readonly #editors: RemoteEditor[]

  constructor(
    url: string,
    people: { id: string; token: string }[],
    readonly text: { id: string; headId: string; markdown: string },
  ) {
    this.#editors = people.map((person) => new RemoteEditor(url, person))
  }

  async save(): Promise<void> {
    const { id, headId, markdown } = this.text
    const operationId = randomUUID()
    const answer = await this.#editors[this.saved % this.#editors.length]?.save({
      kind: 'answer',
      id,
      baseId: headId,
      operationId,
      title: null,
      markdown: `${markdown}\n\n第 ${this.saved} 次修改，记号 ${operationId}。`,
      summary: '',
    })
    if (answer?.status !== 'done')
      throw new Error(`A save failed: ${JSON.stringify(answer ?? null).slice(0, 200)}`)
    this.text.headId = answer.result.revisionId
    this.saved++
  }

  leave(): void {
    for (const editor of this.#editors) editor.leave()
  }
}

async function givenWriters({ url }: RunningWiki, sql: Sql): Promise<Writer[]> {
  // Of the usual length: not the shortest, not the longest.
  const texts = await sql<Writer['text'][]>`
    select answer.id, head_revision_id as "headId", markdown from answer
    join revision on revision.id = head_revision_id
    where octet_length(markdown) between 500 and 3000 order by answer.id limit ${editors}`
  const people = await givenEditors(sql, texts.length * peopleEach, secret)
  return texts.map(
    (text, at) => new Writer(url, people.slice(at * peopleEach, (at + 1) * peopleEach), { ...text }),
  )
}

async function saveTimes(writer: Writer, count: number): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const began = performance.now()
    await writer.save()
    times.push(performance.now() - began)
  }
  return times
}

async function saveTogether(wiki: RunningWiki, writers: Writer[]) {
  await saveFor(warmUpSeconds, writers)
  const before = savedBy(writers)
  const postmaster = findPostmaster(join(wiki.dataDir, 'postgres'))?.pid ?? 0
  const used = async () => [await processorSeconds(wiki.pid), await treeSeconds(postmaster)] as const
  const [server, database] = await used()
  const milliseconds = await saveFor(seconds, writers)
  const count = savedBy(writers) - before
  const now = await used()
  return {
    perSecond: (count * 1_000) / milliseconds,
    cpuMs: { server: ((now[0] - server) * 1_000) / count, database: ((now[1] - database) * 1_000) / count },
  }
}

/** All of them without pause; the milliseconds that it took. */
async function saveFor(seconds: number, writers: Writer[]): Promise<number> {
  const began = performance.now()
  const saveOn = async (writer: Writer) => {
    while (performance.now() - began < seconds * 1_000) await writer.save()
  }
  await Promise.all(writers.map(saveOn))
  return performance.now() - began
}

const savedBy = (writers: Writer[]): number => writers.reduce((sum, { saved }) => sum + saved, 0)

/** A figure without its promise is none: every save is a version and on record, and the index has the newest. */
async function requireAllKept(sql: Sql, writers: Writer[]): Promise<void> {
  const [kept] = await sql<{ versions: number; audited: number; stale: number; durable: boolean }[]>`
    select (select count(*)::int from revision where kind = 'edit') as versions,
      (select count(*)::int from audit where action = 'answer.revise') as audited,
      current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on' as durable,
      (select count(*)::int from entry where not exists (
        select 1 from search_doc where search_doc.id = entry.id and search_doc.version = entry.version)) as stale`
  const count = savedBy(writers)
  if (kept?.versions !== count || kept.audited !== count || kept.stale > 0 || !kept.durable)
    throw new Error(`Of ${count} saves the database has ${JSON.stringify(kept)}.`)
}
