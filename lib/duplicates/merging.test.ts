import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { duplicate, entryMerge } from '#db/schema/duplicates'
import { answer, encounter, entry, entryAlias, entryTag } from '#db/schema/entries'
import { notification, watch } from '#db/schema/notifications'
import { revision } from '#db/schema/revisions'
import { standardAnswer, vote } from '#db/schema/votes'
import { guest, type SignedIn } from '#lib/auth/viewer'
import { addComment } from '#lib/comments/add-comment'
import { listThreads } from '#lib/comments/queries'
import { EntrySearch } from '#lib/search/input'
import { queueForIndexing } from '#lib/search/outbox'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { type EntryGiven, givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { mergeEntries } from './merge.ts'
import { listMergedInto, originsOf } from './merge-queries.ts'
import { unmergeEntries } from './unmerge.ts'

testDatabase()

let editor: SignedIn
let member: SignedIn
let noteId: string
beforeAll(async () => {
  editor = await signedIn('editor')
  member = await signedIn('member')
  noteId = (await givenNote()).id
})

let named = 0
/** A question that nobody else has. */
async function given(more: Partial<EntryGiven> = {}) {
  const title = more.title ?? `问题 ${named++}`
  return database().transaction(async (tx) => {
    const made = await givenEntry(tx, { noteId, title, answers: [{ markdown: `${title} 的答案` }], ...more })
    await queueForIndexing(tx, [made.id])
    return { ...made, title }
  })
}

const entryOf = async (answerId: string) =>
  (await database().select({ id: answer.entryId }).from(answer).where(eq(answer.id, answerId)))[0]?.id
const trashedAt = async (id: string) =>
  (await database().select({ at: entry.trashedAt }).from(entry).where(eq(entry.id, id)))[0]?.at
const merge = (from: { id: string }, into: { id: string }) =>
  mergeEntries(editor, { from: from.id, into: into.id })

test('merging takes answers with their votes over, unites the rest, and leaves the merged one out of lists', async () => {
  const a = await given({ title: '什么是惊群甲', tags: ['甲标签'], aliases: ['甲别名'] })
  const b = await given({ tags: ['乙标签'] })
  const [answerId = ''] = a.answerIds
  const [head] = await database()
    .select({ id: answer.headRevisionId })
    .from(answer)
    .where(eq(answer.id, answerId))
  await database().insert(vote).values({ personId: member.id, answerId, value: 1, revisionId: head!.id })
  await database()
    .insert(standardAnswer)
    .values({ entryId: a.id, answerId, revisionId: head!.id, chosenBy: editor.id })
  await database().insert(encounter).values({ entryId: a.id, precision: 'unknown', reportedBy: member.id })
  await database().insert(watch).values({ entryId: a.id, personId: member.id })

  await merge(a, b)

  expect(await entryOf(answerId)).toBe(b.id)
  expect(await database().select().from(vote).where(eq(vote.answerId, answerId))).toHaveLength(1)
  expect(await database().select().from(encounter).where(eq(encounter.entryId, b.id))).toHaveLength(1)
  expect(await database().select().from(entryTag).where(eq(entryTag.entryId, b.id))).toHaveLength(2)
  expect(await database().select().from(watch).where(eq(watch.entryId, b.id))).toHaveLength(1)
  expect(await database().select().from(standardAnswer).where(eq(standardAnswer.entryId, b.id))).toHaveLength(
    1,
  )
  const names = await database()
    .select({ alias: entryAlias.alias })
    .from(entryAlias)
    .where(eq(entryAlias.entryId, b.id))
  expect(names.map(({ alias }) => alias).sort()).toEqual(['什么是惊群甲', '甲别名'].sort())
  expect(await trashedAt(a.id)).not.toBeNull()
  const { hits } = await searchEntries(guest, EntrySearch.parse({ q: '惊群甲' }))
  expect(hits.map(({ title }) => title)).toEqual([b.title])
  expect(await database().select().from(revision).where(eq(revision.entryId, a.id))).toHaveLength(1)
  expect(
    (await database().select().from(notification)).map(({ personId, kind }) => [personId, kind]),
  ).toContainEqual([member.id, 'entry_merged'])
  const [event] = await database().select().from(audit).where(eq(audit.objectId, a.id))
  expect(event).toMatchObject({
    action: 'entry.merge',
    actorId: editor.id,
    detail: { into: b.id, answers: 1 },
  })
  const [pair] = await database()
    .select({ state: duplicate.state })
    .from(duplicate)
    .where(sql`${a.id} in (first_id, second_id)`)
  expect(pair?.state).toBe('confirmed')
})

test('members and guests may not merge, nor take apart, and nothing changes', async () => {
  const [a, b] = [await given(), await given()]
  await expect(mergeEntries(member, { from: a.id, into: b.id })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await trashedAt(a.id)).toBeNull()
  const { mergeId } = await merge(a, b)
  await expect(unmergeEntries(member, { merge: mergeId })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await entryOf(a.answerIds[0]!)).toBe(b.id)
})

test('a question is not merged with itself, with what is not there, or with what is gone', async () => {
  const [a, b, c] = [await given(), await given(), await given()]
  await expect(merge(a, a)).rejects.toMatchObject({ code: 'invalid' })
  await expect(merge(a, { id: '01900000-0000-7000-8000-00000000ffff' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, c.id))
  await expect(merge(a, c)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'trashed' } })
  await expect(merge(c, a)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'trashed' } })
  await merge(a, b)
  await expect(merge(b, a)).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'merged', into: b.title },
  })
})

test('of two who merge the same question at once one wins, and the other is told where it went', async () => {
  const [a, b, c] = [await given(), await given(), await given()]
  const outcomes = await Promise.allSettled([merge(a, b), merge(a, c), merge(b, a)])

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' })
  const current = await database()
    .select()
    .from(entryMerge)
    .where(sql`undone_at is null and (from_id in (${a.id}, ${b.id}) or into_id in (${a.id}, ${b.id}))`)
  expect(current).toHaveLength(1)
})

test('of two who take the same merge apart one does', async () => {
  const [a, b] = [await given(), await given()]
  const { mergeId } = await merge(a, b)
  const outcomes = await Promise.allSettled([1, 2].map(() => unmergeEntries(editor, { merge: mergeId })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await entryOf(a.answerIds[0]!)).toBe(a.id)
})

test('what came after a merge stays where it is when the merge is undone', async () => {
  const a = await given({ tags: ['留下甲'] })
  const b = await given()
  const { mergeId } = await merge(a, b)
  const later = await given()
  await database().update(answer).set({ entryId: b.id }).where(eq(answer.id, later.answerIds[0]!))

  await unmergeEntries(editor, { merge: mergeId })

  expect(await entryOf(later.answerIds[0]!)).toBe(b.id)
  expect(await entryOf(a.answerIds[0]!)).toBe(a.id)
  expect(await trashedAt(a.id)).toBeNull()
  expect(await database().select().from(entryTag).where(eq(entryTag.entryId, b.id))).toEqual([])
  expect(await database().select().from(entryAlias).where(eq(entryAlias.entryId, b.id))).toEqual([])
})

test('what was said of a question is read and answered where that has gone, and goes back with its answers', async () => {
  // given
  const [a, b, c] = [await given(), await given(), await given()]
  const say = (id: string, markdown: string, parent?: string) =>
    addComment(member, { on: { kind: 'entry', id }, markdown, parent })
  const saidOf = async ({ id }: { id: string }) =>
    [...(await listThreads({ entryIds: [id] })).values()]
      .flat()
      .map(({ html, replies }) =>
        [html, ...replies.map((reply) => reply.html)].join().replace(/<.*?>|\n/g, ''),
      )
  const shortIdOf = async ({ id }: { id: string }) =>
    (await database().select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id)))[0]!.shortId
  const first = await say(await shortIdOf(a), '甲说')
  // when
  const { mergeId } = await merge(a, b)
  await merge(b, c)
  await say(await shortIdOf(c), '乙答', first.comment)
  await say(await shortIdOf(c), '丙说')
  // then
  expect(await saidOf(c)).toEqual(['甲说,乙答', '丙说'])
  const [moved] = (await listThreads({ entryIds: [c.id] })).get(c.id) ?? []
  expect(originsOf(await listMergedInto(c.id)).get(moved!.id)?.title).toBe(a.title)
  await unmergeEntries(editor, { merge: mergeId })
  expect([await saidOf(a), await saidOf(b), await saidOf(c)]).toEqual([['甲说,乙答'], [], ['丙说']])
})
