import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { throttle } from '#lib/auth/throttle'
import { guest } from '#lib/auth/viewer'
import { findRevision } from '#lib/entries/history-queries'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { answerSave } from './answer-save.ts'
import { requireCorrection } from './require-correction.ts'

testDatabase()

const save = ({ id, baseId }: { id: string; baseId: string }, markdown: string) => ({
  kind: 'answer',
  id,
  baseId,
  operationId: randomUUID(),
  markdown,
})

test('a save is answered with the version it made, and the same one sent again with the same', async () => {
  // given
  const editor = await signedIn('editor')
  const text = await givenAnswer('第一句。')
  const sent = { ...save(text, '第一句。第二句。'), personId: editor.id }
  // when
  const [once, again] = [await answerSave(editor, sent), await answerSave(editor, sent)]
  // then
  const head = await findRevision({ kind: 'answer', id: text.id })
  expect(once).toMatchObject({
    status: 200,
    body: { status: 'done', result: { revisionId: head?.id, number: 2, outcome: 'saved' } },
  })
  expect(again).toMatchObject({ status: 200, body: { result: { revisionId: head?.id, number: 2 } } })
})

test('a clash is a 409 with the text as it stands', async () => {
  // given
  const [one, other] = [await signedIn('editor'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  await answerSave(one, save(text, '第一句改了。'))
  // when
  const answer = await answerSave(other, save(text, '第一句又改了。'))
  // then
  expect(answer).toMatchObject({
    status: 409,
    body: { status: 'conflict', head: { number: 2, markdown: '第一句改了。' } },
  })
})

test('whoever may not hears why, and nothing is saved', async () => {
  // given
  const [member, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const sent = save(text, '第二句。')
  // when
  const answers = [
    await answerSave(guest, sent),
    await answerSave(member, sent),
    await answerSave(editor, { ...sent, personId: member.id }),
    await answerSave(editor, { ...sent, id: randomUUID() }),
    await answerSave(editor, { ...sent, markdown: 'x'.repeat(256 * 1024 + 1) }),
    await answerSave(editor, undefined),
  ]
  // then
  expect(answers.map(({ status, body }) => [status, body.status === 'refused' && body.code])).toEqual([
    [401, 'forbidden'],
    [403, 'forbidden'],
    [400, 'other-person'],
    [404, 'not-found'],
    [400, 'invalid'],
    [400, 'invalid'],
  ])
  expect((await findRevision({ kind: 'answer', id: text.id }))?.number).toBe(1)
})

test('whoever saves too often is told to wait, and nothing is saved', async () => {
  // given
  const editor = await signedIn('editor')
  const text = await givenAnswer('第一句。')
  for (let times = 0; times < 60; times++) await throttle('write', editor.id)
  // when
  const answer = await answerSave(editor, save(text, '第二句。'))
  // then
  expect(answer).toMatchObject({ status: 429, body: { status: 'refused', code: 'too-many' } })
  expect((await findRevision({ kind: 'answer', id: text.id }))?.number).toBe(1)
})

test('a save that fulfils an open correction closes it, and one that does not leaves it open', async () => {
  // given
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句错了。第二句。')
  const { id } = await givenCorrection(author, text, '第一句。第二句。')
  const stateOf = async () => (await requireCorrection(database(), id)).state
  // when
  await answerSave(editor, save(text, '第一句错了。第二句也改了。'))
  const before = await stateOf()
  const head = await findRevision({ kind: 'answer', id: text.id })
  await answerSave(editor, save({ id: text.id, baseId: head?.id ?? '' }, '第一句。第二句。'))
  // then
  expect([before, await stateOf()]).toEqual(['open', 'superseded'])
})
