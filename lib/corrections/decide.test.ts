import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { correction } from '#db/schema/corrections'
import { notification } from '#db/schema/notifications'
import { revision, revisionCoauthor } from '#db/schema/revisions'
import { Conflict } from '#lib/entries/conflict'
import { findRevision } from '#lib/entries/history-queries'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, seen } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { amend } from './amend.ts'
import { decide } from './decide.ts'
import { findCorrection } from './queries.ts'

testDatabase()

const accept = { verdict: 'accept' as const, reason: '' }
const reject = {
  verdict: 'reject' as const,
  rejection: 'no_improvement' as const,
  reason: '原文没有问题',
  duplicateOf: null,
}

const revisionsOf = (answerId: string) =>
  database().select().from(revision).where(eq(revision.answerId, answerId)).orderBy(asc(revision.number))
const stateOf = async (id: string) =>
  (await database().select({ state: correction.state }).from(correction).where(eq(correction.id, id)))[0]
    ?.state
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

test('an accepted correction becomes a revision by whoever proposed it, and they hear of it', async () => {
  // given
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('窗口、重传、阻塞控制。第二句。')
  const { shortId, ...proposed } = await givenCorrection(author, text, '窗口、重传、拥塞控制。第二句。', {
    rationale: '拥塞，不是阻塞',
  })
  // when
  const decided = await decide(editor, { ...accept, ...proposed })
  // then
  expect(decided).toMatchObject({ outcome: 'accepted', number: 2 })
  expect((await revisionsOf(text.id))[1]).toMatchObject({
    kind: 'correction',
    minor: true,
    authorId: author.id,
    markdown: '窗口、重传、拥塞控制。第二句。',
    summary: '拥塞，不是阻塞',
  })
  const found = await findCorrection(author, shortId)
  expect(found).toMatchObject({
    state: 'accepted',
    preview: null,
    steps: [{ kind: 'accepted', resultNumber: 2 }],
  })
  expect(found?.steps[0]).toMatchObject({ actor: editor.name, rev: 1 })
  const told = await database().select().from(notification).where(eq(notification.personId, author.id))
  expect(told).toMatchObject([{ kind: 'correction_decided', correctionId: proposed.id, actorId: editor.id }])
  const noted = await database().select().from(audit).where(eq(audit.objectId, proposed.id))
  expect(noted.map(({ action }) => action).sort()).toEqual(['correction.accept', 'correction.propose'])
})

test('a correction is carried over to a head that has moved elsewhere', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const { id } = await givenCorrection(author, text, '第一句。改过的第二句。')
  await revise(editor, edit(text.id, text.baseId, '改过的第一句。第二句。'))

  await decide(editor, { ...accept, ...(await seen(id)) })

  expect((await revisionsOf(text.id)).at(-1)?.markdown).toBe('改过的第一句。改过的第二句。')
})

test('a decision on a head or a rev that has moved is refused, and nothing changes', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const before = await givenCorrection(author, text, '第一句。改过的第二句。')
  await revise(editor, edit(text.id, text.baseId, '改过的第一句。第二句。'))

  await expect(decide(editor, { ...accept, ...before })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'moved', state: 'open' },
  })

  const moved = await seen(before.id)
  const words = { kind: 'typo' as const, title: null, rationale: '', evidence: [] }
  const reworded = { ...moved, ...words, markdown: '第一句。又改的第二句。' }
  await expect(amend(editor, { ...reworded, baseRevisionId: moved.headRevisionId! })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await amend(author, { ...reworded, baseRevisionId: text.baseId })
  await expect(decide(editor, { ...reject, ...moved })).rejects.toMatchObject({ code: 'conflict' })
  expect(await stateOf(before.id)).toBe('open')
  expect(await revisionsOf(text.id)).toHaveLength(2)
})

test('what clashes with the head is refused with both texts; the editor who resolves it is a co-author', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const { id, shortId } = await givenCorrection(author, text, '甲。第二句。')
  await revise(editor, edit(text.id, text.baseId, '乙。第二句。'))

  const clash = await decide(editor, { ...accept, ...(await seen(id)) }).catch((error) => error)

  expect(clash).toBeInstanceOf(Conflict)
  expect(clash.hunks).toContainEqual({ kind: 'conflict', base: '第一句。', mine: '甲。', theirs: '乙。' })
  expect(await findCorrection(editor, shortId)).toMatchObject({ conflicting: true, rights: { amend: true } })
  const at = await seen(id)
  const resolution = {
    kind: 'typo' as const,
    title: null,
    markdown: '甲乙。第二句。',
    rationale: '',
    evidence: [],
  }
  await amend(editor, { ...at, ...resolution, baseRevisionId: at.headRevisionId })
  const { revisionId } = await decide(editor, { ...accept, ...(await seen(id)) })
  const coauthors = await database()
    .select()
    .from(revisionCoauthor)
    .where(eq(revisionCoauthor.revisionId, revisionId!))
  expect(coauthors).toEqual([{ revisionId, personId: editor.id }])
  expect((await revisionsOf(text.id)).at(-1)).toMatchObject({
    authorId: author.id,
    markdown: '甲乙。第二句。',
  })
})

test('some changes are accepted, and the rest stays open on the new head until it is accepted as well', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。第三句。')
  const proposed = await givenCorrection(author, text, '一。第二句。三。')

  const part = await decide(editor, { ...proposed, verdict: 'accept-hunks', hunks: ['2'], reason: '' })

  expect(part.outcome).toBe('accepted_part')
  expect((await revisionsOf(text.id)).at(-1)?.markdown).toBe('第一句。第二句。三。')
  const rest = await findCorrection(editor, proposed.shortId)
  expect(rest).toMatchObject({ state: 'open', rev: 2, newest: { baseNumber: 2 } })
  expect(rest?.preview).toMatchObject({ outcome: 'clean', changes: [{ before: '第一句。', after: '一。' }] })
  expect(await decide(editor, { ...accept, ...(await seen(proposed.id)) })).toMatchObject({
    outcome: 'accepted',
  })
  expect((await revisionsOf(text.id)).at(-1)).toMatchObject({
    markdown: '一。第二句。三。',
    authorId: author.id,
  })
})

test('unknown changes are refused, and all changes together are the whole correction', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const proposed = await givenCorrection(author, text, '一。第二句。')
  const some = { ...proposed, verdict: 'accept-hunks' as const, reason: '' }

  await expect(decide(editor, { ...some, hunks: ['7'] })).rejects.toMatchObject({ code: 'invalid' })
  expect(await decide(editor, { ...some, hunks: ['1'] })).toMatchObject({ outcome: 'accepted' })
})

test('whoever changes a correction while accepting it is its co-author', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  const proposed = await givenCorrection(author, text, '一。第二句。')
  const changed = { ...proposed, verdict: 'accept-with-changes' as const, title: null, reason: '' }

  await expect(decide(editor, { ...changed, markdown: '第一句。第二句。' })).rejects.toMatchObject({
    code: 'invalid',
  })
  const { revisionId } = await decide(editor, { ...changed, markdown: '壹。第二句。' })

  expect((await revisionsOf(text.id)).at(-1)).toMatchObject({ authorId: author.id, markdown: '壹。第二句。' })
  expect(await database().select().from(revisionCoauthor)).toContainEqual({ revisionId, personId: editor.id })
  const read = await findRevision({ kind: 'answer', id: text.id })
  expect(read).toMatchObject({ author: author.name, coauthors: [editor.name] })
})

test('a rejected correction says why and leaves the text alone', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const proposed = await givenCorrection(author, text, '一。')

  await decide(editor, { ...proposed, ...reject })

  expect(await findCorrection(author, proposed.shortId)).toMatchObject({
    state: 'rejected',
    steps: [{ kind: 'rejected', rejection: 'no_improvement', reason: '原文没有问题' }],
  })
  expect(await revisionsOf(text.id)).toHaveLength(1)
})

test('a duplicate names the other correction', async () => {
  const [author, other, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const text = await givenAnswer('第一句。第二句。')
  const first = await givenCorrection(author, text, '一。第二句。', { kind: 'addition' })
  const second = await givenCorrection(other, text, '壹。第二句。', { kind: 'addition' })
  const duplicate = { ...second, ...reject, rejection: 'duplicate' as const }

  await expect(decide(editor, { ...duplicate, duplicateOf: second.shortId })).rejects.toMatchObject({
    code: 'invalid',
  })
  await decide(editor, { ...duplicate, duplicateOf: first.shortId })

  expect((await findCorrection(editor, second.shortId))?.steps).toMatchObject([
    { rejection: 'duplicate', duplicateOfShortId: first.shortId },
  ])
})
