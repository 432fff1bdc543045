import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { Conflict } from './conflict.ts'
import { findNewestNumber, findRevision, listRevisions, listTexts } from './history-queries.ts'
import { previewRestore } from './preview-restore.ts'
import { restore, undoRevision } from './restore.ts'
import { revise } from './revise.ts'

testDatabase()

const first = '确认号是字节数加一。\n\n三次握手交换序列号。\n\n最后是四次挥手。'
const second = first.replace('字节数', '序列号')
const third = second.replace('四次挥手', '四次挥手，主动方等待 2MSL')

/** An answer with these texts as its versions, written by an editor. */
async function givenVersions(...texts: string[]) {
  const editor = await signedIn('editor')
  const { id: noteId } = await givenNote()
  const { answerIds, id: entryId } = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '为什么握手三次？', answers: [{ markdown: texts[0]! }] }),
  )
  const subject = { kind: 'answer' as const, id: answerIds[0]! }
  for (const markdown of texts.slice(1)) await save(editor, subject, markdown)
  return { editor, subject, entryId }
}

type Subject = { kind: 'answer' | 'entry'; id: string }

async function save(by: SignedIn, subject: Subject, markdown: string, title: string | null = null) {
  const head = await findRevision(subject)
  const operationId = v7()
  return revise(by, { ...subject, baseId: head!.id, operationId, title, markdown, summary: '', minor: false })
}

const textsOf = async (subject: Subject) => (await listTexts(subject)).map(({ markdown }) => markdown)
const wanted = async (subject: Subject, number: number) => ({
  ...subject,
  number,
  headId: (await findRevision(subject))!.id,
})

test('an old version that is restored becomes a new one, and every version stays', async () => {
  // given
  const { editor, subject } = await givenVersions(first, second, third)
  // when
  const saved = await restore(editor, await wanted(subject, 1))
  // then
  expect(saved).toMatchObject({ number: 4, outcome: 'saved' })
  expect(await textsOf(subject)).toEqual([first, second, third, first])
  expect(await findRevision(subject)).toMatchObject({ kind: 'restore', summary: '#1', author: editor.name })
})

test('a restored question gets its old title back', async () => {
  const { editor, entryId } = await givenVersions(first)
  const subject = { kind: 'entry' as const, id: entryId }
  await save(editor, subject, '补充说明', '为什么要握手三次？')

  await restore(editor, await wanted(subject, 1))

  expect(await findRevision(subject)).toMatchObject({ title: '为什么握手三次？', markdown: '' })
})

test('restoring what already stands makes no version', async () => {
  const { editor, subject } = await givenVersions(first, second)

  expect(await restore(editor, await wanted(subject, 2))).toMatchObject({ outcome: 'unchanged', number: 2 })
  expect(await textsOf(subject)).toEqual([first, second])
})

test('taking one version back keeps what came after it', async () => {
  // given
  const { editor, subject } = await givenVersions(first, second, third)
  // when
  const saved = await undoRevision(editor, await wanted(subject, 2))
  // then
  expect(saved).toMatchObject({ number: 4, outcome: 'saved' })
  expect(await findRevision(subject)).toMatchObject({
    markdown: first.replace('四次挥手', '四次挥手，主动方等待 2MSL'),
    summary: '−#2',
  })
})

test('a version whose sentence was changed again is not taken back: both texts are handed over, nothing is written', async () => {
  // given
  const again = second.replace('确认号是序列号加一', '确认号是期望的下一个序列号')
  const { editor, subject } = await givenVersions(first, second, again)
  // when
  const refused = await undoRevision(editor, await wanted(subject, 2)).catch((error: unknown) => error)
  // then
  expect(refused).toBeInstanceOf(Conflict)
  expect((refused as Conflict).hunks).toContainEqual(
    expect.objectContaining({
      kind: 'conflict',
      mine: '确认号是字节数加一。',
      theirs: '确认号是期望的下一个序列号。',
    }),
  )
  expect(await textsOf(subject)).toEqual([first, second, again])
})

test('what is shown before is what is written after', async () => {
  const { editor, subject } = await givenVersions(first, second, third)
  for (const [way, verb, number] of [
    ['undo', undoRevision, 2],
    ['restore', restore, 1],
  ] as const) {
    const { after } = await previewRestore(editor, subject, { number, way })
    await verb(editor, await wanted(subject, number))

    expect((await findRevision(subject))?.markdown).toBe(after?.markdown)
  }
})

test('a conflict is shown before as well', async () => {
  const { editor, subject } = await givenVersions(first, second, second.replace('序列号加一', '下一个序列号'))

  const preview = await previewRestore(editor, subject, { number: 2, way: 'undo' })

  expect(preview.after).toBeNull()
  expect(preview.hunks.some(({ kind }) => kind === 'conflict')).toBe(true)
})

test('members may neither restore nor take back, nor see what it would make', async () => {
  // given
  const { subject } = await givenVersions(first, second, third)
  const member = await signedIn('member')
  const [one, two] = [await wanted(subject, 1), await wanted(subject, 2)]
  // when
  const tries = [
    restore(member, one),
    undoRevision(member, two),
    previewRestore(member, subject, { number: 1, way: 'restore' }),
  ]
  // then
  for (const outcome of await Promise.allSettled(tries))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } })
  expect(await textsOf(subject)).toEqual([first, second, third])
})

test('a text that has changed since the button was shown is not restored', async () => {
  // given
  const { editor, subject } = await givenVersions(first, second)
  const seen = await wanted(subject, 1)
  await save(editor, subject, third)
  // when
  const refused = await restore(editor, seen).catch((error: unknown) => error)
  // then
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({ code: 'conflict' })
  expect(await textsOf(subject)).toEqual([first, second, third])
})

test('of two restores at once one is made and the other hears of it', async () => {
  const { editor, subject } = await givenVersions(first, second, third)
  const seen = await wanted(subject, 1)

  const outcomes = await Promise.allSettled([restore(editor, seen), restore(editor, seen)])

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await textsOf(subject)).toEqual([first, second, third, first])
})

test('there is nothing before the first version, and no version that never was', async () => {
  const { editor, subject } = await givenVersions(first, second)

  await expect(undoRevision(editor, await wanted(subject, 1))).rejects.toMatchObject({ code: 'invalid' })
  await expect(restore(editor, await wanted(subject, 9))).rejects.toMatchObject({ code: 'not-found' })
})

test('the history lists versions from the newest, a page at a time, with their sizes in bytes', async () => {
  const { subject } = await givenVersions('一', '一二', '一二三')

  const [newest, page] = [
    await findNewestNumber(subject),
    await listRevisions(subject, { offset: 1, limit: 1 }),
  ]

  expect(newest).toBe(3)
  expect(page).toEqual([expect.objectContaining({ number: 2, size: 6, kind: 'edit', authorKind: 'person' })])
})
