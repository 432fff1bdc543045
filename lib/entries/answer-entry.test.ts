import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { Refusal } from '#lib/refusal'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { answerEntry } from './answer-entry.ts'
import { findDraft } from './draft-queries.ts'
import { findNewAnswer } from './find-new-answer.ts'
import { findEntry, listAnswers } from './queries.ts'
import { saveDraft } from './save-draft.ts'

testDatabase()

async function givenQuestion(title = '什么是死锁？') {
  const { id: noteId } = await givenNote()
  const { id } = await database().transaction((tx) => givenEntry(tx, { noteId, title }))
  const [row] = await database().select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id))
  return { id, noteId, shortId: row!.shortId }
}

const saying = (id: string, markdown: string, operationId = v7()) => ({ entry: id, operationId, markdown })

test('a member’s answer stands in their name, is found at once and noted, and their draft is gone', async () => {
  // given
  const member = await signedIn('member')
  const { id, shortId } = await givenQuestion()
  await saveDraft(member, { subject: `new-answer:${id}`, baseId: null, title: null, markdown: '半句' })
  expect(await findNewAnswer(member, shortId)).toMatchObject({ draft: { markdown: '半句' } })
  // when
  const made = await answerEntry(member, saying(id, '互相等待 wombat，谁也不放手，于是都停住。'))
  // then
  const answers = await listAnswers(id)
  expect(answers).toMatchObject([
    { shortId: made.shortId, origin: 'person', authorId: member.id, number: 1, kind: 'edit' },
  ])
  expect(await findEntry(shortId)).toMatchObject({ state: 'answered' })
  const { hits } = await searchEntries(member, { q: 'wombat', limit: 5, offset: 0 })
  expect(hits.map((hit) => hit.id)).toEqual([shortId])
  expect(await findDraft(member, `new-answer:${id}`)).toBeUndefined()
  const events = await database().select().from(audit).where(eq(audit.objectId, answers[0]!.id))
  expect(events).toMatchObject([{ action: 'answer.add', actorId: member.id }])
})

test('the same answer sent several times at once is one answer', async () => {
  const member = await signedIn('member')
  const { id } = await givenQuestion()
  const wanted = saying(id, '只有一个。')

  const made = await Promise.all([wanted, wanted, wanted, wanted].map((one) => answerEntry(member, one)))

  expect(new Set(made.map(({ shortId }) => shortId)).size).toBe(1)
  expect(await listAnswers(id)).toHaveLength(1)
})

test('the name of somebody else’s save makes nothing and shows nothing', async () => {
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const [first, second] = [await givenQuestion(), await givenQuestion()]
  const wanted = saying(first.id, '甲的答案。')
  await answerEntry(one, wanted)

  await expect(answerEntry(other, { ...wanted, entry: second.id })).rejects.toMatchObject({
    code: 'conflict',
  })

  expect(await listAnswers(second.id)).toEqual([])
})

test('answers of several people at once all stand, one below the other', async () => {
  const { id } = await givenQuestion()
  const people = [await signedIn('member'), await signedIn('member'), await signedIn('editor')]

  await Promise.all(people.map((person) => answerEntry(person, saying(id, `${person.id} 的答案。`))))

  const rows = await database()
    .select({ position: answer.position })
    .from(answer)
    .where(eq(answer.entryId, id))
  expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3])
})

test('an empty answer, a question in the trash or in a note in the trash, and whoever may not: nothing is written', async () => {
  // given
  const member = await signedIn('member')
  const [open, trashed, inTrash] = [await givenQuestion(), await givenQuestion(), await givenQuestion()]
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, trashed.id))
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, inTrash.noteId))
  const suspended = { ...member, role: 'guest' } as unknown as typeof member // whoever lost the right since
  // when
  const tries = await Promise.allSettled([
    answerEntry(member, saying(open.id, ' \n\t\n')),
    answerEntry(member, saying(trashed.id, '答')),
    answerEntry(member, saying(inTrash.id, '答')),
    answerEntry(member, saying(v7(), '答')),
    answerEntry(suspended, saying(open.id, '答')),
  ])
  // then
  const codes = tries.map(
    (one) => one.status === 'rejected' && one.reason instanceof Refusal && one.reason.code,
  )
  expect(codes).toEqual(['invalid', 'not-found', 'not-found', 'not-found', 'forbidden'])
  for (const { id } of [open, trashed, inTrash]) expect(await listAnswers(id)).toEqual([])
})
