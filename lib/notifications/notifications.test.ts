import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import * as schema from '#db/schema/notifications'
import { guest, type SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { letterOf } from './letter.ts'
import { markRead } from './mark-read.ts'
import { mailHabits, notificationPath } from './notification.ts'
import { notify } from './notify.ts'
import { countUnread, findMailHabit, listNotifications, listWatched } from './queries.ts'
import { setMailHabit } from './set-mail-habit.ts'
import { setWatch } from './set-watch.ts'
import { tellWatchers } from './tell-watchers.ts'

testDatabase()

async function givenQuestion() {
  const { id: noteId } = await givenNote()
  const id = await database().transaction(async (tx) => (await givenEntry(tx, { noteId, title: '问' })).id)
  const [row] = await database().select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id))
  return { id, noteId, shortId: row!.shortId }
}

/** As a new answer does in its transaction. */
const answer = (actorId: string, { id, noteId }: { id: string; noteId: string }) =>
  database().transaction((tx) => tellWatchers(tx, 'answer_added', { noteId, entryId: id, actorId }))

test('the words are those of the database', () => {
  expect(mailHabits).toEqual(schema.mailHabits)
})

test('whoever watches a note hears of an answer in it once until they have read it, and nobody of their own', async () => {
  // given
  const [reader, writer] = [await signedIn('member'), await signedIn('member')]
  const question = await givenQuestion()
  const { id, noteId, shortId } = question
  await setWatch(reader, { kind: 'note', id: noteId, on: true })
  await setWatch(writer, { kind: 'entry', id, on: true })
  // when
  await answer(writer.id, question)
  await answer(writer.id, question)
  // then
  const { items } = await listNotifications(reader, undefined)
  expect(items).toMatchObject([
    { kind: 'answer_added', actor: writer.name, entryShortId: shortId, readAt: null },
  ])
  expect(notificationPath(items[0]!)).toMatch(new RegExp(`-${shortId}$`))
  expect((await listNotifications(writer, undefined)).items).toEqual([])
  // and again once it was read
  await markRead(reader, { id: items[0]!.id })
  await answer(writer.id, question)
  expect(await countUnread(reader)).toBe(1)
})

test('whoever no longer watches hears nothing, and what is wanted twice is wanted once', async () => {
  // given
  const [reader, writer] = [await signedIn('member'), await signedIn('member')]
  const { id, noteId } = await givenQuestion()
  await setWatch(reader, { kind: 'entry', id, on: true })
  await setWatch(reader, { kind: 'entry', id, on: true })
  expect(await listWatched(reader, { noteId, entryId: id })).toEqual(['entry'])
  // when
  await setWatch(reader, { kind: 'entry', id, on: false })
  await answer(writer.id, { id, noteId })
  // then
  expect(await listWatched(reader, { noteId, entryId: id })).toEqual([])
  expect(await countUnread(reader)).toBe(0)
})

test('nobody marks what is somebody else’s, and what does not exist is not watched', async () => {
  // given
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const { id } = await givenQuestion()
  await database().transaction((tx) =>
    notify(tx, { to: [one.id, one.id, other.id], kind: 'mention', actorId: other.id, entryId: id }),
  )
  const { items } = await listNotifications(one, undefined)
  expect(items).toHaveLength(1)
  // when
  await markRead(other, { id: items[0]!.id })
  await markRead(other, {})
  // then
  expect(await countUnread(one)).toBe(1)
  await expect(setWatch(one, { kind: 'note', id: v7(), on: true })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('pages of notifications follow each other without a gap', async () => {
  const [reader, writer] = [await signedIn('member'), await signedIn('member')]
  const { id } = await givenQuestion()
  for (let n = 0; n < 5; n++)
    await database().transaction((tx) =>
      notify(tx, {
        to: [reader.id],
        kind: 'comment',
        actorId: writer.id,
        entryId: id,
        detail: { n: String(n) },
      }),
    )

  const first = await listNotifications(reader, undefined, 3)
  const second = await listNotifications(reader, first.next ?? undefined, 3)

  expect([...first.items, ...second.items].map(({ detail }) => detail.n)).toEqual(['4', '3', '2', '1', '0'])
  expect(second.next).toBeNull()
})

test('a letter names who, what and where, in the reader’s language', async () => {
  const [reader, writer] = [await signedIn('member'), await signedIn('member')]
  const { id, shortId } = await givenQuestion()
  await database().transaction((tx) =>
    notify(tx, { to: [reader.id], kind: 'mention', actorId: writer.id, entryId: id }),
  )
  const { items } = await listNotifications(reader, undefined)

  const letter = letterOf(items, 'en', 'https://wiki.example')
  expect(letter.subject).toBe('Errata: 1 new notification')
  expect(letter.text).toContain(`${writer.name} mentioned you\n  问\n  https://wiki.example/entries/`)
  expect(letter.text).toContain(shortId)
  expect(letterOf(items, 'zh-CN', '').text).toContain(`${writer.name} 提到了你`)
})

test('a choice of mail is kept, and a digest a day is where nobody chose', async () => {
  const reader = await signedIn('member')
  expect(await findMailHabit(reader)).toBe('daily')
  await setMailHabit(reader, { habit: 'never' })
  await setMailHabit(reader, { habit: 'each' })
  expect(await findMailHabit(reader)).toBe('each')
})

test('a guest watches nothing, whoever they say they are', async () => {
  const { id: personId } = await signedIn('member')
  const { id, noteId } = await givenQuestion()
  const nobody = { ...guest, id: personId, role: 'guest' } as unknown as SignedIn // a caller who lies about their type
  await expect(setWatch(nobody, { kind: 'entry', id, on: true })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await listWatched({ ...nobody, role: 'member' }, { noteId, entryId: id })).toEqual([])
})
