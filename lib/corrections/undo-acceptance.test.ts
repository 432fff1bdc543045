import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correctionSupport } from '#db/schema/corrections'
import { notification } from '#db/schema/notifications'
import { revision, revisionCoauthor } from '#db/schema/revisions'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, seen } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { confirm } from './confirm.ts'
import { decide } from './decide.ts'
import { findCorrection } from './queries.ts'
import { listOpenCorrections } from './queue-queries.ts'
import { settleCorrections } from './settle.ts'
import { undoAcceptance } from './undo-acceptance.ts'

testDatabase()

const accept = { verdict: 'accept' as const, reason: '' }
const textsOf = async (answerId: string) =>
  (
    await database()
      .select({ markdown: revision.markdown, kind: revision.kind })
      .from(revision)
      .where(eq(revision.answerId, answerId))
      .orderBy(asc(revision.number))
  ).map(({ kind, markdown }) => `${kind}: ${markdown}`)
const edit = (id: string, baseId: string, markdown: string) => ({
  kind: 'answer' as const,
  id,
  baseId,
  operationId: v7(),
  title: null,
  markdown,
  summary: '',
  minor: false,
})

async function givenAccepted(markdown = '第一句。第二句。', proposed = '一。第二句。') {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer(markdown)
  const { id, shortId } = await givenCorrection(author, text, proposed)
  await decide(editor, { ...accept, ...(await seen(id)) })
  return { author, editor, text, id, shortId, ...(await seen(id)) }
}

test('an acceptance is taken back with everything since kept; it stays decided, and both are told', async () => {
  // given
  const { author, editor, text, id, shortId, correctionId, rev, headRevisionId } = await givenAccepted()
  await revise(editor, edit(text.id, headRevisionId, '一。改过的第二句。'))
  const other = await signedIn('editor')
  // when
  const { revisionId } = await undoAcceptance(other, { ...(await seen(id)), reason: '原文是对的' })
  // then
  expect(await textsOf(text.id)).toEqual([
    'import: 第一句。第二句。',
    'correction: 一。第二句。',
    'edit: 一。改过的第二句。',
    'restore: 第一句。改过的第二句。',
  ])
  expect(await findCorrection(author, shortId)).toMatchObject({
    state: 'accepted',
    steps: [
      { kind: 'accepted' },
      { kind: 'undone', resultNumber: 4, reason: '原文是对的', actor: other.name },
    ],
  })
  for (const person of [author, editor]) {
    const told = await database().select().from(notification).where(eq(notification.personId, person.id))
    expect(told.filter(({ kind }) => kind === 'correction_undone')).toHaveLength(1)
  }
  const again = { correctionId, rev, headRevisionId: revisionId, reason: '' }
  await expect(undoAcceptance(other, again)).rejects.toMatchObject({ code: 'conflict' })
})

test('an acceptance is taken back on the head that was seen, by whoever may edit the text', async () => {
  const { author, editor, text, id, headRevisionId, correctionId, rev } = await givenAccepted()
  await expect(undoAcceptance(author, { ...(await seen(id)), reason: '' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await revise(editor, edit(text.id, headRevisionId, '一。改过的第二句。'))
  await expect(
    undoAcceptance(editor, { correctionId, rev, headRevisionId, reason: '' }),
  ).rejects.toMatchObject({ code: 'conflict', details: { reason: 'moved' } })
})

test('a part that was accepted is taken back while the rest is open', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const proposed = await givenCorrection(author, text, '一。二。')
  const { shortId, id, rev } = proposed
  await decide(editor, { ...proposed, verdict: 'accept-hunks', hunks: ['2'], reason: '' })

  await undoAcceptance(editor, { ...(await seen(id)), rev, reason: '' })

  expect((await textsOf(text.id)).at(-1)).toBe('restore: 第一句。第二句。')
  expect(await findCorrection(editor, shortId)).toMatchObject({ state: 'open', rev: 2 })
})

test('"reversed" opens a correction again, and it waits in the queue though the text says it', async () => {
  const { author, editor, text, id, shortId } = await givenAccepted()

  await expect(
    confirm(editor, { correctionId: id, confirmation: 'matches', reason: '' }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  expect(await confirm(author, { correctionId: id, confirmation: 'reversed', reason: '改反了' })).toEqual({
    reopened: true,
  })

  expect(await findCorrection(author, shortId)).toMatchObject({
    state: 'open',
    preview: { outcome: 'fulfilled' },
    steps: [{ kind: 'accepted' }, { kind: 'confirmed', confirmation: 'reversed' }, { kind: 'reopened' }],
  })
  expect((await listOpenCorrections(editor, {})).items.map((item) => item.id)).toContain(id)
  expect(await settleCorrections({ kind: 'answer', id: text.id })).toBe(0)
  await expect(decide(editor, { ...accept, ...(await seen(id)) })).rejects.toMatchObject({
    details: { reason: 'unchanged' },
  })
})

test.each(['matches', 'incomplete'] as const)(
  '"%s" is noted and leaves it accepted',
  async (confirmation) => {
    const { author, editor, id, shortId } = await givenAccepted()
    expect(await confirm(author, { correctionId: id, confirmation, reason: '' })).toEqual({ reopened: false })
    expect(await findCorrection(author, shortId)).toMatchObject({ state: 'accepted' })
    const told = await database().select().from(notification).where(eq(notification.personId, editor.id))
    expect(told).toMatchObject([{ detail: { state: 'confirmed', confirmation } }])
  },
)

test('an acceptance that contains another proposal supersedes it and credits its author', async () => {
  const [one, other, editor] = [await signedIn('member'), await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。第三句。')
  const big = await givenCorrection(one, text, '一。第二句。三。', { kind: 'addition' })
  const small = await givenCorrection(other, text, '一。第二句。第三句。', { kind: 'addition' })

  await decide(editor, { ...accept, ...(await seen(big.id)) })

  expect(await findCorrection(other, small.shortId)).toMatchObject({
    state: 'superseded',
    steps: [{ kind: 'superseded', resultNumber: 2 }],
  })
  const supporters = await database()
    .select()
    .from(correctionSupport)
    .where(eq(correctionSupport.correctionId, big.id))
  expect(supporters).toMatchObject([{ personId: other.id, rev: 1 }])
})

test('an edit that says what a correction proposes supersedes it, at the latest when somebody decides', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const [one, two] = [await givenAnswer('第一句。第二句。'), await givenAnswer('第一句。第二句。')]
  const swept = await givenCorrection(author, one, '一。第二句。')
  const decided = await givenCorrection(author, two, '一。第二句。')
  const saved = await revise(editor, edit(one.id, one.baseId, '一。第二句！'))
  await revise(editor, edit(two.id, two.baseId, '一。第二句！'))

  expect((await listOpenCorrections(editor, { mine: 'decidable' })).items.map(({ id }) => id)).not.toContain(
    swept.id,
  )
  expect(await settleCorrections({ kind: 'answer', id: one.id })).toBe(1)
  expect(await settleCorrections({ kind: 'answer', id: one.id })).toBe(0)
  await expect(decide(editor, { ...accept, ...(await seen(decided.id)) })).rejects.toMatchObject({
    code: 'conflict',
    details: { state: 'superseded' },
  })

  for (const { shortId } of [swept, decided])
    expect(await findCorrection(author, shortId)).toMatchObject({
      state: 'superseded',
      steps: [{ actor: editor.name, resultNumber: 2 }],
    })
  expect(
    await database().select().from(revisionCoauthor).where(eq(revisionCoauthor.revisionId, saved.revisionId)),
  ).toEqual([{ revisionId: saved.revisionId, personId: author.id }])
})
