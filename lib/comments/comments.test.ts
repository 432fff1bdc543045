import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { comment, commentText } from '#db/schema/comments'
import { correction } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { notification } from '#db/schema/notifications'
import { person } from '#db/schema/people'
import type { SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenAnswers } from '#lib/testing/given-answers'
import { signedIn } from '#lib/testing/people'
import { AddComment, addComment } from './add-comment.ts'
import { editComment } from './edit-comment.ts'
import { findCommentSource, listThreads } from './queries.ts'
import { resolveThread } from './resolve-thread.ts'
import { trashComment } from './trash-comment.ts'

testDatabase()

async function given() {
  const [one, other, editor] = await Promise.all([signedIn('member'), signedIn('member'), signedIn('editor')])
  const { entryId, entry, answers } = await givenAnswers('等待 2MSL。')
  const only = answers[0]!
  const threads = async () => (await listThreads({ answerIds: [only.id] })).get(only.id) ?? []
  return { one, other, editor, entryId, entry, id: only.id, answer: only.answer, threads }
}

const givenComment = async (by: SignedIn, id: string, markdown: string, parent?: string) =>
  (await addComment(by, { on: { kind: 'answer', id }, markdown, parent })).comment

const toldTo = async (personId: string) =>
  (
    await database()
      .select({ kind: notification.kind, commentId: notification.commentId })
      .from(notification)
      .where(eq(notification.personId, personId))
  ).map(({ kind }) => kind)

test('a thread is a comment and its replies; a reply to a reply joins it', async () => {
  // given
  const { one, other, answer, threads } = await given()
  const root = await givenComment(one, answer, '为什么是 **2MSL**？')
  // when
  const reply = await givenComment(other, answer, '为了让旧报文消失。', root)
  await givenComment(one, answer, '明白了。', reply)
  // then
  const [thread] = await threads()
  expect(thread).toMatchObject({ author: one.name, isEdited: false, resolvedBy: null })
  expect(thread?.html).toContain('<strong>2MSL</strong>')
  expect(thread?.replies.map(({ html }) => html.replace(/<[^>]+>/g, '').trim())).toEqual([
    '为了让旧报文消失。',
    '明白了。',
  ])
})

test('questions, answers and corrections are talked about, each by itself', async () => {
  // given
  const { one, entryId, entry, id, answer } = await given()
  const [fix] = await database()
    .insert(correction)
    .values({ answerId: id, kind: 'fact', authorId: one.id })
    .returning()
  // when
  await addComment(one, { on: { kind: 'entry', id: entry }, markdown: 'about the question' })
  await addComment(one, { on: { kind: 'correction', id: fix!.shortId }, markdown: 'about the correction' })
  await givenComment(one, answer, 'about the answer')
  // then
  const threads = await listThreads({ entryIds: [entryId], answerIds: [id], correctionIds: [fix!.id] })
  expect([entryId, id, fix!.id].map((each) => threads.get(each)?.length)).toEqual([1, 1, 1])
})

test('the author of an answer and everybody in the thread hear of a reply once, and nobody of their own', async () => {
  // given
  const { one, other, editor, id, answer: on } = await given()
  await database().update(answer).set({ origin: 'person', authorId: editor.id }).where(eq(answer.id, id))
  const root = await givenComment(one, on, '为什么？')
  // when
  await givenComment(other, on, '因为……', root)
  await givenComment(one, on, '谢谢。', root)
  // then
  expect(await toldTo(one.id)).toEqual(['comment'])
  expect(await toldTo(other.id)).toEqual(['comment'])
  expect(await toldTo(editor.id)).toEqual(['comment', 'comment', 'comment'])
})

test('whoever is named hears that, and only of being named newly', async () => {
  // given
  const { one, other, answer } = await given()
  await database().update(person).set({ name: '李雷' }).where(eq(person.id, other.id))
  const said = await givenComment(one, answer, '@李雷 你看看')
  expect(await toldTo(other.id)).toEqual(['mention'])
  // when
  await editComment(one, { comment: said, markdown: '@李雷 请你看看' })
  await editComment(one, { comment: said, markdown: '请看看' })
  await editComment(one, { comment: said, markdown: '@李雷 再看看' })
  // then
  expect(await toldTo(other.id)).toEqual(['mention', 'mention'])
})

test('whoever is named is named as they are called now, and their author finds it so', async () => {
  // given
  const { one, other, answer, threads } = await given()
  await database().update(person).set({ name: '韩梅梅' }).where(eq(person.id, other.id))
  const said = await givenComment(one, answer, '@韩梅梅 你看看')
  // when
  await database().update(person).set({ name: '韩&梅' }).where(eq(person.id, other.id))
  // then
  expect((await threads())[0]?.html).toMatch(/<a href="\/people\/\w{10}"[^>]*>@韩&#x26;梅<\/a> 你看看/)
  expect(await findCommentSource(one, said)).toEqual({ markdown: '@韩&梅 你看看' })
})

test('an edit keeps every wording, and only its author may', async () => {
  // given
  const { one, editor, answer, threads } = await given()
  const said = await givenComment(one, answer, 'frist')
  // when
  await editComment(one, { comment: said, markdown: 'first' })
  await editComment(one, { comment: said, markdown: 'first' })
  // then
  await expect(editComment(editor, { comment: said, markdown: 'mine' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(findCommentSource(editor, said)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await findCommentSource(one, said)).toEqual({ markdown: 'first' })
  expect(await threads()).toMatchObject([{ isEdited: true, html: expect.stringContaining('first') }])
  const wordings = await database()
    .select({ markdown: commentText.markdown })
    .from(commentText)
    .innerJoin(comment, eq(comment.id, commentText.commentId))
    .where(eq(comment.shortId, said))
    .orderBy(asc(commentText.number))
  expect(wordings.map(({ markdown }) => markdown)).toEqual(['frist', 'first'])
})

test('ten edits at once are ten wordings', async () => {
  const { one, answer } = await given()
  const said = await givenComment(one, answer, 'zero')

  await Promise.all(
    Array.from({ length: 10 }, (_, n) => editComment(one, { comment: said, markdown: `text ${n}` })),
  )

  const rows = await database()
    .select({ number: commentText.number })
    .from(commentText)
    .innerJoin(comment, eq(comment.id, commentText.commentId))
    .where(eq(comment.shortId, said))
  expect(rows.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    [...Array(11).keys()].map((n) => n + 1),
  )
})

test('a comment is deleted and brought back by its author or an admin; its replies stay', async () => {
  // given
  const { one, other, editor, answer, threads } = await given()
  const admin = await signedIn('admin')
  const root = await givenComment(one, answer, 'secret words')
  const reply = await givenComment(other, answer, 'reply', root)
  const trash = (by: typeof one, comment: string, isTrashed = true) =>
    trashComment(by, { comment, isTrashed })
  // when, then
  for (const stranger of [other, editor])
    await expect(trash(stranger, root)).rejects.toMatchObject({ code: 'forbidden' })
  await trash(one, root)
  expect(await threads()).toMatchObject([{ isTrashed: true, html: '', replies: [{ shortId: reply }] }])
  await expect(givenComment(other, answer, 'late', root)).rejects.toMatchObject({ code: 'not-found' })
  await trash(admin, reply)
  expect(await threads()).toEqual([])
  await trash(admin, root, false)
  await trash(other, reply, false)
  expect(await threads()).toMatchObject([{ isTrashed: false, replies: [{ isTrashed: false }] }])
})

test('a thread is resolved and reopened by who began it, the answer’s author and editors', async () => {
  // given
  const { one, other, editor, id, answer: on, threads } = await given()
  const author = await signedIn('member')
  await database().update(answer).set({ origin: 'person', authorId: author.id }).where(eq(answer.id, id))
  const root = await givenComment(one, on, '?')
  const reply = await givenComment(other, on, '!', root)
  const resolve = (by: typeof one, isResolved: boolean) => resolveThread(by, { comment: root, isResolved })
  // when, then
  await expect(resolve(other, true)).rejects.toMatchObject({ code: 'forbidden' })
  for (const person of [one, author, editor]) {
    await resolve(person, true)
    expect((await threads())[0]).toMatchObject({ resolvedBy: person.name })
    await resolve(person, false)
    expect((await threads())[0]).toMatchObject({ resolvedBy: null })
  }
  await expect(resolveThread(editor, { comment: reply, isResolved: true })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('an imported answer is nobody’s: it gives no right to resolve, and nobody is told', async () => {
  const { one, other, id, answer: on } = await given()
  await database().update(answer).set({ authorId: other.id }).where(eq(answer.id, id))
  const root = await givenComment(one, on, '?')

  await expect(resolveThread(other, { comment: root, isResolved: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await toldTo(other.id)).toEqual([])
})

test('a reply belongs to the text of its thread, and nothing is said about what is gone', async () => {
  // given
  const { one, entry: question, entryId, answer } = await given()
  const root = await givenComment(one, answer, '?')
  const on = { kind: 'entry' as const, id: question }
  // when, then
  await expect(addComment(one, { on, markdown: '!', parent: root })).rejects.toMatchObject({
    code: 'not-found',
  })
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, entryId))
  await expect(givenComment(one, answer, '!')).rejects.toMatchObject({ code: 'not-found' })
  await expect(editComment(one, { comment: root, markdown: '!' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('what was done to comments stands in the audit log, without their words', async () => {
  const { one, answer } = await given()
  const said = await givenComment(one, answer, 'secret words')
  await editComment(one, { comment: said, markdown: 'other words' })
  await trashComment(one, { comment: said, isTrashed: true })

  const told = await database().select().from(audit).where(eq(audit.actorId, one.id)).orderBy(asc(audit.id))

  expect(told.map(({ action }) => action).filter((action) => action.startsWith('comment'))).toEqual([
    'comment.add',
    'comment.edit',
    'comment.trash',
  ])
  expect(JSON.stringify(told)).not.toContain('words')
})

test.each([
  ['', false],
  [' \n ', false],
  ['中'.repeat(1_706), true],
  ['中'.repeat(1_707), false],
])('a comment is from one byte to 5 KB (case %#)', (markdown, isFine) => {
  const on = { kind: 'entry', id: 'abcdefghjk' }

  expect(AddComment.safeParse({ on, markdown }).success).toBe(isFine)
})
