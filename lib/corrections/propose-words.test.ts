import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, link, seen } from '#lib/testing/given-correction'
import { asGuest, signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import { ProposeWords } from './input.ts'
import { proposeWords } from './propose-words.ts'
import { findCorrection } from './queries.ts'

testDatabase()

const words = (
  of: { id: string; baseId: string },
  quote: string,
  replacement: string,
  more: Partial<ProposeWords> = {},
) =>
  ProposeWords.parse({
    target: { kind: 'answer', id: of.id },
    baseRevisionId: of.baseId,
    passage: { quote, prefix: '', suffix: '' },
    replacement,
    kind: 'typo',
    operationId: v7(),
    ...more,
  })

test('selected words are replaced alone, and more words join what one proposed before', async () => {
  const author = await signedIn('member')
  const text = await givenAnswer('**重点：**阻塞控制，见 [文](https://example.com/a)。\n\n- 第二段里的错字。')

  const first = await proposeWords(author, words(text, '阻塞控制', '拥塞控制', { rationale: '拥塞' }))
  const second = await proposeWords(
    author,
    words(text, '错字', '别字', { kind: 'fact', evidence: link, rationale: '别字' }),
  )
  const again = await proposeWords(
    author,
    words(text, '错字', '别字', { kind: 'fact', evidence: link, rationale: '别字' }),
  )

  expect(second).toMatchObject({ id: first.id, rev: 2, outcome: 'amended' })
  expect(again).toMatchObject({ id: first.id, rev: 2, outcome: 'unchanged' })
  expect(await findCorrection(author, first.shortId)).toMatchObject({
    kind: 'fact',
    newest: {
      markdown: '**重点：**拥塞控制，见 [文](https://example.com/a)。\n\n- 第二段里的别字。',
      rationale: '拥塞\n\n别字',
      evidence: link,
    },
  })
})

test('words of a question’s title are corrected in the title', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const { entryId } = await givenAnswer('答案。', '什么是死琐？')
  const [row] = await database().select().from(entry).where(eq(entry.id, entryId))
  const target = { kind: 'entry' as const, id: entryId }
  const passage = { quote: '死琐', prefix: '什么是', suffix: '？' }

  const made = await proposeWords(
    author,
    words({ id: '', baseId: row!.headRevisionId }, '', '', { target, passage, replacement: '死锁' }),
  )

  const found = await findCorrection(editor, made.shortId)
  expect(found?.preview).toMatchObject({ title: '什么是死锁？', changes: [{ id: 'title' }] })
  await decide(editor, { ...(await seen(made.id)), verdict: 'accept-hunks', hunks: ['title'], reason: '' })
  const [head] = await database().select().from(revision).where(eq(revision.entryId, entryId)).offset(1)
  expect(head).toMatchObject({ title: '什么是死锁？', authorId: author.id })
})

test('guests propose no words, and hear nothing of the text', async () => {
  const text = await givenAnswer('第一段。')
  const nobody = asGuest(await signedIn('member'))
  for (const quote of ['第一段', '没有的话'])
    await expect(proposeWords(nobody, words(text, quote, '有'))).rejects.toMatchObject({ code: 'forbidden' })
})

test('words that cannot be replaced alone lead to the editor', async () => {
  const author = await signedIn('member')
  const text = await givenAnswer('第一段。\n\n第二段。')
  await expect(proposeWords(author, words(text, '没有的话', '有'))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'passage' },
  })
})
