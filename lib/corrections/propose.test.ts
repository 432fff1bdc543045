import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, correctionRev, correctionSupport } from '#db/schema/corrections'
import { entry } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import { guest } from '#lib/auth/viewer'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, link, proposal, seen } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import { Propose, ProposeWords } from './input.ts'
import { propose } from './propose.ts'
import { proposeWords } from './propose-words.ts'
import { findCorrection } from './queries.ts'
import { support } from './support.ts'
import { withdraw } from './withdraw.ts'

testDatabase()

const countOf = (answerId: string) => database().$count(correction, eq(correction.answerId, answerId))
const headOf = async (answerId: string) =>
  (await database().select().from(revision).where(eq(revision.answerId, answerId))).at(-1)
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

test('a proposal is open, blocks nobody from editing, and says what it would change', async () => {
  // given
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  // when
  const { shortId } = await givenCorrection(author, text, '第一句。改过的第二句。', { rationale: '更准确' })
  // then
  const found = await findCorrection(author, shortId)
  expect(found).toMatchObject({
    state: 'open',
    rev: 1,
    author: author.name,
    newest: { rationale: '更准确' },
    preview: { outcome: 'clean', changes: [{ id: '1', before: '第二句。', after: '改过的第二句。' }] },
    rights: { withdraw: true, amend: true, accept: false, reject: false, support: false },
  })
  const saved = await revise(editor, {
    kind: 'answer',
    id: text.id,
    baseId: text.baseId,
    operationId: v7(),
    title: null,
    markdown: '第一句！第二句。',
    summary: '',
    minor: false,
  })
  expect(saved.outcome).toBe('saved')
})

test('a claim without evidence is no proposal', () => {
  const claim = { ...proposal({ id: v7(), baseId: v7() }, 'x'), kind: 'fact' }
  expect(Propose.safeParse(claim).success).toBe(false)
  expect(Propose.safeParse({ ...claim, evidence: link }).success).toBe(true)
  expect(
    Propose.safeParse({ ...claim, evidence: [{ kind: 'standard', name: 'rfc9293' }] }).data?.evidence,
  ).toEqual([{ kind: 'standard', name: 'RFC 9293' }])
  expect(
    Propose.safeParse({ ...claim, evidence: [{ kind: 'ran', command: 'python', output: '' }] }).success,
  ).toBe(false)
  expect(Propose.safeParse({ ...claim, evidence: [{ kind: 'link', url: 'javascript:x' }] }).success).toBe(
    false,
  )
  expect(Propose.safeParse({ ...claim, kind: 'typo', rationale: '字'.repeat(2_000) }).success).toBe(false)
})

test('guests propose nothing', async () => {
  const text = await givenAnswer('第一句。')
  // Whoever is not signed in has no id; a guest with one is what a mistake at the edge would make.
  const nobody = { ...guest, id: v7() } as unknown as SignedIn
  await expect(propose(nobody, proposal(text, '一。'))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await countOf(text.id)).toBe(0)
})

test('the same operation sent twice, and the same text proposed again, change nothing', async () => {
  const author = await signedIn('member')
  const text = await givenAnswer('第一句。')
  const wanted = proposal(text, '一。')

  const first = await propose(author, wanted)
  const again = await Promise.all([
    propose(author, wanted),
    propose(author, { ...wanted, operationId: v7() }),
  ])

  expect(again).toMatchObject([
    { id: first.id, rev: 1, outcome: 'unchanged' },
    { id: first.id, rev: 1, outcome: 'unchanged' },
  ])
  expect(await countOf(text.id)).toBe(1)
})

test('a second proposal by the same person is the next rev of the first, also when both come at once', async () => {
  const author = await signedIn('member')
  const text = await givenAnswer('第一句。')

  const made = await Promise.all([
    propose(author, proposal(text, '一。')),
    propose(author, proposal(text, '壹。')),
  ])

  expect(made[0]?.id).toBe(made[1]?.id)
  expect(made.map(({ outcome }) => outcome).sort()).toEqual(['amended', 'proposed'])
  const revs = await database()
    .select()
    .from(correctionRev)
    .where(eq(correctionRev.correctionId, made[0]!.id))
  expect(revs.map(({ number }) => number).sort()).toEqual([1, 2])
})

test('what changes nothing, and what the text says already, is refused', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。第二句。')
  await expect(propose(author, proposal(text, '第一句。第二句。'))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'unchanged' },
  })
  const { id } = await givenCorrection(author, text, '一。第二句。')
  await decide(editor, { ...(await seen(id)), verdict: 'accept', reason: '' })

  await expect(propose(await signedIn('member'), proposal(text, '一。第二句。'))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'already-right' },
  })
})

test('a base that is no revision of the text is not found, and neither is a text in the trash', async () => {
  const author = await signedIn('member')
  const [text, other] = [await givenAnswer('第一句。'), await givenAnswer('另一句。')]

  await expect(
    propose(author, proposal({ id: text.id, baseId: other.baseId }, '一。')),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(propose(author, proposal({ id: v7(), baseId: text.baseId }, '一。'))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('two people who mend a slip in the same way apply it themselves', async () => {
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const text = await givenAnswer('阻塞控制。第二句。')
  const first = await givenCorrection(one, text, '拥塞控制。第二句。')

  const second = await propose(other, proposal(text, '拥塞控制。第二句。  '.trimEnd()))

  expect(second).toMatchObject({ id: first.id, outcome: 'applied' })
  expect(await headOf(text.id)).toMatchObject({
    markdown: '拥塞控制。第二句。',
    authorId: one.id,
    minor: true,
  })
  expect(await findCorrection(one, first.shortId)).toMatchObject({
    state: 'accepted',
    supporters: [{ personId: other.id }],
    steps: [{ kind: 'accepted', actor: other.name }],
  })
})

test('agreeing applies a slip, and only counts for a claim; nobody agrees with themselves', async () => {
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const [slip, claim] = [await givenAnswer('第一句。'), await givenAnswer('第一句。')]
  const typo = await givenCorrection(one, slip, '一。')
  const fact = await givenCorrection(one, claim, '一。', { kind: 'fact', evidence: link })
  const voice = ({ id, rev }: { id: string; rev: number }) => ({ correctionId: id, rev })

  await expect(support(one, voice(typo))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(support(other, { ...voice(fact), rev: 2 })).rejects.toMatchObject({ code: 'conflict' })
  expect(await support(other, voice(typo))).toEqual({ outcome: 'applied' })
  expect(await support(other, voice(fact))).toEqual({ outcome: 'supported' })
  expect(await support(other, voice(fact))).toEqual({ outcome: 'supported' })

  expect(await headOf(claim.id)).toMatchObject({ number: 1 })
  expect(await database().$count(correctionSupport, eq(correctionSupport.correctionId, fact.id))).toBe(1)
})

test('only its author withdraws a correction, once and for good', async () => {
  const [author, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const { id, rev, shortId } = await givenCorrection(author, text, '一。')

  await expect(withdraw(editor, { correctionId: id, rev })).rejects.toMatchObject({ code: 'forbidden' })
  await withdraw(author, { correctionId: id, rev })

  expect(await findCorrection(author, shortId)).toMatchObject({
    state: 'withdrawn',
    steps: [{ kind: 'withdrawn' }],
  })
  await expect(withdraw(author, { correctionId: id, rev })).rejects.toMatchObject({
    code: 'conflict',
    details: { state: 'withdrawn' },
  })
  expect(await propose(author, proposal(text, '一。'))).toMatchObject({ outcome: 'proposed' })
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

test('words that cannot be replaced alone lead to the editor', async () => {
  const author = await signedIn('member')
  const text = await givenAnswer('第一段。\n\n第二段。')
  await expect(proposeWords(author, words(text, '没有的话', '有'))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'passage' },
  })
})
