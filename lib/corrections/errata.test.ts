import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { answer } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { testDatabase } from '#lib/testing/database'
import { givenCorrection, link, seen } from '#lib/testing/given-correction'
import { importRealNotes } from '#lib/testing/import-real-notes'
import { realNotes } from '#lib/testing/notes'
import { signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'

testDatabase()
const notes = realNotes()
beforeAll(importRealNotes)

async function answerSaying(words: string) {
  const [row] = await database()
    .select({ id: answer.id, baseId: revision.id, markdown: revision.markdown })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .where(sql`strpos(${revision.markdown}, ${words}) > 0`)
  if (!row) throw new Error(`Nothing says ${words}.`)
  return row
}

// Pairs of mistakes that stand in one list or paragraph of the five notes.
test.skipIf(!notes).each([
  [
    '但是会出现幻读问题',
    'InnoDB 的快照读看不到幻影行',
    '避免了脏读和可重复读',
    '避免了脏读、不可重复读和幻读',
  ],
  [
    '管道：速度慢，容量有限，只有父子进程能通讯',
    '管道：共同继承描述符的进程能通讯',
    'FIFO：任何进程间都能通讯，但速度慢',
    'FIFO：任何进程间都能通讯',
  ],
  ['\\w [A-Za-z0-9_]', '\\w 字母、数字和下划线（str 按 Unicode）', '\\d [0-9]', '\\d 数字（str 按 Unicode）'],
])('one person mends %j as %j, another %j as %j: both are in the text', async (one, right, other, better) => {
  // given
  const [first, second, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const text = await answerSaying(one)
  const claim = { kind: 'fact' as const, evidence: link }
  const made = [
    await givenCorrection(first, text, text.markdown.replace(one, right), claim),
    await givenCorrection(second, text, text.markdown.replace(other, better), claim),
  ]
  // when
  for (const { id } of made) await decide(editor, { ...(await seen(id)), verdict: 'accept', reason: '' })
  // then
  const [head] = await database()
    .select({ markdown: revision.markdown, number: revision.number })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .where(eq(answer.id, text.id))
  expect(head).toEqual({ number: 3, markdown: text.markdown.replace(one, right).replace(other, better) })
})
