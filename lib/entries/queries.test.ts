import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { answer, encounter, entry, entryAlias } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { requireImporter } from '#lib/auth/importer'
import type { Rendered, RenderedLink, Substance, TrustedHtml } from '#lib/rendering/rendered'
import { testDatabase } from '#lib/testing/database'
import { appendRevision } from './append-revision.ts'
import { insertAnswer } from './insert-answer.ts'
import { insertEntry } from './insert-entry.ts'
import { findEntry, findEntryByTitle, listAnswers, listEncounters, listSources } from './queries.ts'
import { listRepairs } from './repair-queries.ts'

testDatabase()

const rendered = (substance: Substance, links: RenderedLink[] = []): Rendered => ({
  // Stands for what the pipeline makes, which these queries only pass on.
  html: '' as TrustedHtml,
  toc: [],
  links,
  substance,
  rendererVersion: 1,
})
const link = (target: string, problem: RenderedLink['problem'], isSource = false): RenderedLink => ({
  kind: 'link',
  target,
  label: target,
  line: 1,
  isSource,
  problem,
})

let authorId: string
let noteId: string

beforeAll(async () => {
  authorId = (await requireImporter()).id
  const [row] = await database()
    .insert(note)
    .values({ title: '网络', createdBy: authorId })
    .returning({ id: note.id })
  noteId = row!.id
})

/** A question with one answer of each given substance. */
async function given(title: string, answers: Substance[] = [], links: RenderedLink[] = []) {
  return database().transaction(async (tx) => {
    const made = await insertEntry(tx, {
      noteId,
      sectionId: null,
      position: 1,
      title,
      context: { markdown: '', rendered: rendered('none') },
      kind: 'import',
      authorId,
    })
    const revisions: { id: string; revisionId: string }[] = []
    for (const [position, substance] of answers.entries())
      revisions.push(
        await insertAnswer(tx, {
          entryId: made.id,
          position,
          origin: 'import',
          markdown: `text ${position}`,
          rendered: rendered(substance, links),
          authorId,
        }),
      )
    const [row] = await tx.select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, made.id))
    return { ...made, shortId: row!.shortId, answers: revisions }
  })
}

test('a question is as answered as its most substantial answer, and answers in the trash do not count', async () => {
  const open = await given('no answer')
  const partial = await given('a pointer', ['none', 'some'])
  const answered = await given('both', ['some', 'full'])
  const trashed = await given('its answer was removed', ['full'])
  await database().update(answer).set({ trashedAt: new Date() }).where(eq(answer.entryId, trashed.id))

  const states = await Promise.all(
    [open, partial, answered, trashed].map(({ shortId }) => findEntry(shortId)),
  )

  expect(states.map((found) => found?.state)).toEqual(['unanswered', 'partial', 'answered', 'unanswered'])
  expect(await listAnswers(trashed.id)).toEqual([])
})

test('a question in the trash is not found by id or title', async () => {
  const gone = await given('thrown away')
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, gone.id))

  expect(await findEntry(gone.shortId)).toBeUndefined()
  expect(await findEntryByTitle('thrown away')).toBeUndefined()
})

test('a title finds its question in any case, before another question’s alias of that name', async () => {
  const titled = await given('TIME_WAIT 是什么')
  const other = await given('四次挥手')
  await database()
    .insert(entryAlias)
    .values([
      { entryId: other.id, key: 'time_wait 是什么', alias: 'TIME_WAIT 是什么' },
      { entryId: other.id, key: 'fin', alias: 'FIN' },
    ])

  expect((await findEntryByTitle('time_wait 是什么'))?.shortId).toBe(titled.shortId)
  expect((await findEntryByTitle('fin'))?.shortId).toBe(other.shortId)
  expect(await findEntryByTitle('nobody has this')).toBeUndefined()
})

test('an earlier title no longer leads to a question', async () => {
  const renamed = await given('its first title')
  await database().transaction((tx) =>
    appendRevision(tx, {
      subject: { kind: 'entry', id: renamed.id },
      base: { id: renamed.revisionId, number: 1 },
      kind: 'edit',
      title: 'its second title',
      markdown: '',
      rendered: rendered('none'),
      authorId,
    }),
  )

  expect(await findEntryByTitle('its first title')).toBeUndefined()
  expect((await findEntryByTitle('its second title'))?.shortId).toBe(renamed.shortId)
})

test('the newest known date of an encounter comes first, unknown dates last', async () => {
  const asked = await given('asked')
  await database()
    .insert(encounter)
    .values([
      { entryId: asked.id, times: 1, askedOn: null, precision: 'unknown', reportedBy: authorId },
      { entryId: asked.id, times: 2, askedOn: '2020-11-29', precision: 'day', reportedBy: authorId },
      { entryId: asked.id, times: 4, askedOn: '2021-03-01', precision: 'month', reportedBy: authorId },
    ])

  expect((await listEncounters(asked.id)).map(({ times }) => times)).toEqual([4, 2, 1])
})

test('what is broken is listed while it stands in a current text, and no longer', async () => {
  const broken = await given(
    'broken',
    ['full'],
    [link('C:\\poll.png', 'local_path'), link('https://ok.test', null)],
  )
  const text = broken.answers[0]!
  const repairsHere = async () =>
    (await listRepairs()).filter(({ entry }) => entry.shortId === broken.shortId).map(({ target }) => target)
  expect(await repairsHere()).toEqual(['C:\\poll.png'])

  await database().transaction((tx) =>
    appendRevision(tx, {
      subject: { kind: 'answer', id: text.id },
      base: { id: text.revisionId, number: 1 },
      kind: 'edit',
      title: null,
      markdown: 'mended',
      rendered: rendered('full'),
      authorId,
    }),
  )

  expect(await repairsHere()).toEqual([])
})

test('only links named as sources, and not dead, are sources', async () => {
  const { answers } = await given(
    'sourced',
    ['full'],
    [
      link('https://www.rfc-editor.org/rfc/rfc9293', null, true),
      link('https://elsewhere.test', null),
      link('nowhere', 'bad_url', true),
    ],
  )

  const sources = await listSources([answers[0]!.revisionId])

  expect(sources.map(({ target }) => target)).toEqual(['https://www.rfc-editor.org/rfc/rfc9293'])
})
