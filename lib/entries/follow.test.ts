import { expect, onTestFinished, test } from 'vitest'
import { database } from '#db/client'
import { guest, type SignedIn, type Viewer } from '#lib/auth/viewer'
import { Hub } from '#lib/live/hub'
import { openStream, type Source } from '#lib/live/stream'
import { listenForDrops } from '#lib/pages/drop-listener'
import { PageCache } from '#lib/pages/page-cache'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { answerEntry } from './answer-entry.ts'
import { discardDraft } from './discard-draft.ts'
import { followAnswering, followEditing, followPage } from './follow.ts'
import { findRevision } from './history-queries.ts'
import { revise } from './revise.ts'
import { saveDraft } from './save-draft.ts'

testDatabase()

// What other test files leave of the machine.
const patiently = { timeout: 15_000 }

async function givenAnswer() {
  const { id: noteId } = await givenNote()
  const { answerIds, id: entryId } = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '谁在改？', answers: [{ markdown: '一。' }] }),
  )
  return { entryId, subject: { kind: 'answer' as const, id: answerIds[0]! } }
}

/** What somebody hears who follows that, through the database's own notifications as on any instance. */
async function following(source: Source) {
  const hub = new Hub()
  const unlisten = await listenForDrops(new PageCache(1_000_000), hub)
  const leaving = new AbortController()
  onTestFinished(async () => {
    leaving.abort()
    await unlisten()
  })
  const heard: unknown[] = []
  const stream = openStream(hub, source, { lastEventId: null, signal: leaving.signal, onEnd: () => {} })
  const decoder = new TextDecoder()
  const write = (chunk: Uint8Array) => {
    const data = /^data: (.+)$/m.exec(decoder.decode(chunk))?.[1]
    if (data) heard.push(JSON.parse(data))
  }
  void stream.pipeTo(new WritableStream({ write }))
  await expect.poll(() => heard, patiently).toHaveLength(1)
  return heard
}

async function save(by: SignedIn, subject: { kind: 'answer'; id: string }, markdown: string) {
  const head = await findRevision(subject)
  const operationId = crypto.randomUUID()
  return revise(by, {
    ...subject,
    baseId: head!.id,
    operationId,
    title: null,
    markdown,
    summary: '',
    minor: false,
  })
}

test('a guest who reads a page hears which version somebody saved, and nothing else', async () => {
  // given
  const { entryId, subject } = await givenAnswer()
  const editor = await signedIn('editor')
  const heard = await following(await followPage(entryId, async () => guest))
  // when
  await save(editor, subject, '二。')
  // then
  await expect.poll(() => heard, patiently).toHaveLength(2)
  expect(heard[1]).toEqual({
    texts: [
      { shortId: expect.any(String), kind: 'entry', number: 1, author: expect.any(String) },
      { shortId: expect.any(String), kind: 'answer', number: 2, author: editor.name },
    ],
  })
})

test('an editor hears at once who else begins and ends writing, and which version was saved', async () => {
  const { subject } = await givenAnswer()
  const [me, other] = [await signedIn('editor'), await signedIn('editor')]
  const heard = await following(await followEditing(subject, async () => me))
  expect(heard[0]).toMatchObject({ number: 1, writing: [] })

  const draft = { subject: `answer:${subject.id}`, baseId: null, title: null, markdown: '半句' }
  await saveDraft(other, draft)
  await expect.poll(() => heard.at(-1), patiently).toMatchObject({ writing: [other.name] })
  await discardDraft(other, draft.subject)
  await expect.poll(() => heard.at(-1), patiently).toMatchObject({ writing: [] })
  await saveDraft(other, draft)
  await save(other, subject, '二。')

  await expect.poll(() => heard.at(-1), patiently).toMatchObject({ number: 2, writing: [] })
})

test('whoever answers a question hears at once who else begins and ends answering it, and nobody else does', async () => {
  const { entryId, subject } = await givenAnswer()
  const [me, other] = [await signedIn('member'), await signedIn('member')]
  const heard = await following(await followAnswering(entryId, async () => me))
  expect(heard).toEqual([{ writing: [] }])

  const draft = { subject: `new-answer:${entryId}`, baseId: null, title: null, markdown: '半句' }
  await saveDraft(me, draft)
  await saveDraft(await signedIn('editor'), { ...draft, subject: `answer:${subject.id}` })
  await saveDraft(other, draft)
  await expect.poll(() => heard.at(-1), patiently).toEqual({ writing: [other.name] })
  await answerEntry(other, { entry: entryId, operationId: crypto.randomUUID(), markdown: '整句。' })
  await expect.poll(() => heard.at(-1), patiently).toEqual({ writing: [] })

  await expect(followAnswering(crypto.randomUUID(), async () => me)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('whoever may not edit a text does not hear who writes on it, and who may no longer hears no more', async () => {
  const { subject } = await givenAnswer()
  const member = await signedIn('member')
  await expect(followEditing(subject, async () => member)).rejects.toMatchObject({ code: 'forbidden' })

  let who: Viewer = await signedIn('editor')
  const source = await followEditing(subject, async () => who as SignedIn)
  who = { ...who, role: 'member' }

  expect(await source.look()).toBeUndefined()
})

test('there is nothing to follow where there is no entry', async () => {
  await expect(followPage(crypto.randomUUID(), async () => guest)).rejects.toMatchObject({
    code: 'not-found',
  })
})
