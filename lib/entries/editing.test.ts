import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { searchDoc } from '#db/schema/search'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { asGuest, signedIn } from '#lib/testing/people'
import { Conflict } from './conflict.ts'
import { findDraft } from './draft-queries.ts'
import { findActivity, findAnswering, findTextToEdit } from './editing-queries.ts'
import { revise } from './revise.ts'
import { saveDraft } from './save-draft.ts'

testDatabase()

async function givenAnswer(markdown: string) {
  const { id: noteId } = await givenNote()
  const given = await database().transaction((tx) =>
    givenEntry(tx, { noteId, title: '什么是死锁？', answers: [{ markdown }] }),
  )
  const id = given.answerIds[0]!
  const [row] = await database().select().from(answer).where(eq(answer.id, id))
  const [asked] = await database().select().from(entry).where(eq(entry.id, given.id))
  return {
    id,
    shortId: row!.shortId,
    baseId: row!.headRevisionId,
    entryShortId: asked!.shortId,
    entryId: given.id,
  }
}

const save = (id: string, baseId: string, markdown: string, operationId = v7()) => ({
  kind: 'answer' as const,
  id,
  baseId,
  operationId,
  title: null,
  markdown,
  summary: '',
  minor: false,
})

test('two changes to different sentences are both saved, and the second writer is told of the first', async () => {
  // given
  const { id, baseId } = await givenAnswer('第一句。第二句。')
  const [one, other] = [await signedIn('editor'), await signedIn('editor')]
  await revise(one, save(id, baseId, '改过的第一句。第二句。'))
  // when
  const saved = await revise(other, save(id, baseId, '第一句。改过的第二句。'))
  // then
  expect(saved).toMatchObject({ outcome: 'merged', number: 3, mergedWith: [one.name] })
  const [head] = await database()
    .select({ markdown: revision.markdown })
    .from(revision)
    .where(and(eq(revision.answerId, id), eq(revision.number, 3)))
  expect(head?.markdown).toBe('改过的第一句。改过的第二句。')
})

test('a save is found under the version that it made of its question', async () => {
  const { id, baseId, entryId } = await givenAnswer('第一句。')

  await revise(await signedIn('editor'), save(id, baseId, '改过的第一句。'))

  const [found] = await database()
    .select({ indexed: searchDoc.version, version: entry.version, vector: searchDoc.tsv })
    .from(entry)
    .innerJoin(searchDoc, eq(searchDoc.id, entry.id))
    .where(eq(entry.id, entryId))
  expect(found).toMatchObject({ indexed: 2, version: 2, vector: expect.stringContaining('改过') })
})

test('two changes to one sentence clash, each time again, and a decision on the new head is saved', async () => {
  const { id, baseId } = await givenAnswer('第一句。第二句。')
  const [one, other] = [await signedIn('editor'), await signedIn('editor')]
  const first = await revise(one, save(id, baseId, '甲。第二句。'))
  const mine = save(id, baseId, '乙。第二句。')

  const refusals = [
    await revise(other, mine).catch((error) => error),
    await revise(other, mine).catch((error) => error),
  ]

  for (const clash of refusals) {
    expect(clash).toBeInstanceOf(Conflict)
    expect(clash.head).toMatchObject({ id: first.revisionId, markdown: '甲。第二句。' })
    expect(clash.hunks).toContainEqual({ kind: 'conflict', base: '第一句。', mine: '乙。', theirs: '甲。' })
  }
  expect(await revise(other, save(id, first.revisionId, '甲。乙。第二句。'))).toMatchObject({
    outcome: 'saved',
  })
})

test('a title that only they changed is theirs where the texts clash', async () => {
  const { entryId } = await givenAnswer('答案')
  const [row] = await database().select().from(entry).where(eq(entry.id, entryId))
  const [one, other] = [await signedIn('editor'), await signedIn('editor')]
  const asked = {
    ...save(entryId, row!.headRevisionId, '背景甲。'),
    kind: 'entry' as const,
    title: '什么是死锁？',
  }
  await revise(one, { ...asked, title: '死锁是什么？' })

  const clash = await revise(other, { ...asked, operationId: v7(), markdown: '背景乙。' }).catch(
    (error) => error,
  )

  expect(clash).toBeInstanceOf(Conflict)
  expect(clash).toMatchObject({ title: null, mergedTitle: '死锁是什么？' })
})

test('the same save sent twice is one revision, and takes the draft with it', async () => {
  const { id, baseId } = await givenAnswer('原文。')
  const editor = await signedIn('editor')
  await saveDraft(editor, { subject: `answer:${id}`, baseId, title: null, markdown: '新文。' })
  const wanted = save(id, baseId, '新文。')

  const [first, again] = [await revise(editor, wanted), await revise(editor, wanted)]

  expect(again.revisionId).toBe(first.revisionId)
  expect(await database().select().from(revision).where(eq(revision.answerId, id))).toHaveLength(2)
  expect(await findDraft(editor, `answer:${id}`)).toBeUndefined()
})

test('an editor gets a text to edit with the draft they left; a member who did not write it gets no draft', async () => {
  const { id, shortId, baseId } = await givenAnswer('原文。')
  const [editor, member] = [await signedIn('editor'), await signedIn('member')]
  await saveDraft(editor, { subject: `answer:${id}`, baseId, title: null, markdown: '草稿' })

  const found = await findTextToEdit(editor, 'answer', shortId)
  const refused = await findTextToEdit(member, 'answer', shortId)

  expect(found).toMatchObject({ isAllowed: true, head: { markdown: '原文。' }, draft: { markdown: '草稿' } })
  expect(refused).toMatchObject({ isAllowed: false, draft: undefined })
  expect(await findTextToEdit(editor, 'answer', '0000000000')).toBeUndefined()
})

test('an editor sees who else writes on the text, not themselves; who may not edit it sees nothing', async () => {
  const { id, baseId } = await givenAnswer('原文。')
  const [one, other, member] = [await signedIn('editor'), await signedIn('admin'), await signedIn('member')]
  await saveDraft(one, { subject: `answer:${id}`, baseId, title: null, markdown: '草稿' })
  const subject = { kind: 'answer' as const, id }

  expect(await findActivity(other, subject)).toMatchObject({ headId: baseId, number: 1, writing: [one.name] })
  expect(await findActivity(one, subject)).toMatchObject({ writing: [] })
  await expect(findActivity(member, subject)).rejects.toMatchObject({ code: 'forbidden' })
})

test('members see who else is answering a question; guests do not', async () => {
  const { entryId } = await givenAnswer('原文。')
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const subject = `new-answer:${entryId}`
  await saveDraft(one, { subject, baseId: null, title: null, markdown: '草稿' })

  expect(await findAnswering(other, entryId)).toEqual({ writing: [one.name] })
  await expect(findAnswering(asGuest(other), entryId)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a member saves no text that they did not write, and it stays as it was', async () => {
  const { id, baseId } = await givenAnswer('第一句。')

  await expect(revise(await signedIn('member'), save(id, baseId, '改过。'))).rejects.toMatchObject({
    code: 'forbidden',
  })

  const [row] = await database().select({ head: answer.headRevisionId }).from(answer).where(eq(answer.id, id))
  expect(row?.head).toBe(baseId)
})
