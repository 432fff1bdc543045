import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import { answer } from '#db/schema/entries'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, link, proposal, seen } from '#lib/testing/given-correction'
import { asGuest, signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import { Propose } from './input.ts'
import { propose } from './propose.ts'
import { findCorrection } from './queries.ts'
import { findTextToSuggest } from './text-to-suggest.ts'

testDatabase()

const countOf = (answerId: string) => database().$count(correction, eq(correction.answerId, answerId))

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
  const nobody = asGuest(await signedIn('member'))
  const [row] = await database().select().from(answer).where(eq(answer.id, text.id))
  await expect(propose(nobody, proposal(text, '一。'))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await countOf(text.id)).toBe(0)
  expect(await findTextToSuggest(nobody, 'answer', row!.shortId)).toBeUndefined()
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
