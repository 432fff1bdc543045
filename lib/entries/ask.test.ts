import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { ask } from './ask.ts'
import { findEntry } from './queries.ts'

testDatabase()

test('a question that a member asks stands unanswered at the end of its note, is found at once and noted', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote('要问的')
  await ask(member, { note: noteId, title: '第一问 zebrafish' })

  const { shortId } = await ask(member, { note: noteId, title: '第二问 zebrafish' })

  const made = await findEntry(shortId)
  expect(made).toMatchObject({ title: '第二问 zebrafish', state: 'unanswered', author: member.name })
  const { hits } = await searchEntries(member, { q: '第二问', limit: 5, offset: 0 })
  expect(hits.map(({ id }) => id)).toEqual([shortId])
  const positions = await database()
    .select({ position: entry.position })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(entry.position)
  expect(positions).toEqual([{ position: 1 }, { position: 2 }])
  const events = await database()
    .select({ action: audit.action })
    .from(audit)
    .where(eq(audit.objectId, made?.id ?? ''))
  expect(events).toEqual([{ action: 'entry.ask' }])
})

test('two questions asked at once both stand, one after the other', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()

  await Promise.all(['甲', '乙', '丙'].map((title) => ask(member, { note: noteId, title })))

  const rows = await database()
    .select({ position: entry.position })
    .from(entry)
    .where(eq(entry.noteId, noteId))
  expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3])
})

test('a note in the trash, one that never was, and nobody in particular: nothing is asked', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, noteId))

  await expect(ask(member, { note: noteId, title: '题' })).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask(member, { note: member.id, title: '题' })).rejects.toMatchObject({ code: 'not-found' })
  const suspended = { ...member, role: 'guest' } as unknown as typeof member // whoever lost the right since
  await expect(ask(suspended, { note: noteId, title: '题' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await database().select({ id: entry.id }).from(entry).where(eq(entry.noteId, noteId))).toEqual([])
})
