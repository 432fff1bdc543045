import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { comment } from '#db/schema/comments'
import { entryMerge } from '#db/schema/duplicates'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { mergeEntries } from './merge.ts'
import { unmergeEntries } from './unmerge.ts'

testDatabase()

const migration = readFileSync('drizzle/0010_comments_follow_merges.sql', 'utf8')

test('what was said of a question before its merge took that along is brought to where it went, and back', async () => {
  // given two merges, the first as it was made before comments went along
  const editor = await signedIn('editor')
  const { id: noteId } = await givenNote()
  const question = (title: string) => database().transaction((tx) => givenEntry(tx, { noteId, title }))
  const [a, b, c] = [await question('甲'), await question('乙'), await question('丙')]
  const { mergeId } = await mergeEntries(editor, { from: a.id, into: b.id })
  await mergeEntries(editor, { from: b.id, into: c.id })
  await database()
    .update(entryMerge)
    .set({ moves: sql`${entryMerge.moves} - 'comments'` })
    .where(eq(entryMerge.id, mergeId))
  const [said] = await database()
    .insert(comment)
    .values({ entryId: a.id, authorId: editor.id })
    .returning({ id: comment.id })
  const place = async () =>
    (await database().select({ id: comment.entryId }).from(comment).where(eq(comment.id, said!.id)))[0]?.id
  // when
  for (const _ of [1, 2]) await database().execute(sql.raw(migration))
  // then
  expect(await place()).toBe(c.id)
  await unmergeEntries(editor, { merge: mergeId })
  expect(await place()).toBe(a.id)
})
