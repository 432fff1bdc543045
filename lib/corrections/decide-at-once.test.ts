import { and, asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, correctionStep } from '#db/schema/corrections'
import { revision } from '#db/schema/revisions'
import { revise } from '#lib/entries/revise'
import { Refusal } from '#lib/refusal'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, link, proposal } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import { propose } from './propose.ts'
import { support } from './support.ts'
import { withdraw } from './withdraw.ts'

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

test('two reviewers at once make one decision, and the other hears what it was', async () => {
  const [author, one, other] = [await signedIn('member'), await signedIn('editor'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const proposed = await givenCorrection(author, text, '一。')

  const results = await Promise.allSettled([
    decide(one, { ...accept, ...proposed }),
    decide(other, { ...reject, ...proposed }),
  ])

  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(refused).toHaveLength(1)
  expect(refused[0]).toMatchObject({
    code: 'conflict',
    details: { state: await stateOf(proposed.id), by: 'A editor' },
  })
  const steps = await database()
    .select()
    .from(correctionStep)
    .where(eq(correctionStep.correctionId, proposed.id))
  expect(steps).toHaveLength(1)
})

test('fifty acceptances at once make one revision', async () => {
  const author = await signedIn('member')
  const editors = await Promise.all(Array.from({ length: 10 }, () => signedIn('editor')))
  const text = await givenAnswer('第一句。')
  const proposed = await givenCorrection(author, text, '一。')

  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) => decide(editors[at % 10]!, { ...accept, ...proposed })),
  )

  const made = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.revisionId] : []))
  expect(new Set(made).size).toBe(1)
  for (const result of results)
    if (result.status === 'rejected')
      expect(result.reason).toMatchObject({ code: 'conflict', details: { state: 'accepted' } })
  expect(await revisionsOf(text.id)).toHaveLength(2)
  const steps = await database()
    .select()
    .from(correctionStep)
    .where(and(eq(correctionStep.correctionId, proposed.id), eq(correctionStep.kind, 'accepted')))
  expect(steps).toHaveLength(1)
})

test('nobody accepts their own claim while there are two editors', async () => {
  const [editor, other] = [await signedIn('editor'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const claim = await givenCorrection(editor, text, '一。', { kind: 'fact', evidence: link })

  await expect(decide(editor, { ...accept, ...claim })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await decide(other, { ...accept, ...claim })).toMatchObject({ outcome: 'accepted' })
})

test('a member decides on nothing but the answers that they wrote', async () => {
  const [author, member] = [await signedIn('member'), await signedIn('member')]
  const text = await givenAnswer('第一句。')
  const proposed = await givenCorrection(author, text, '一。')

  for (const viewer of [author, member]) {
    await expect(decide(viewer, { ...accept, ...proposed })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(decide(viewer, { ...reject, ...proposed })).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('people who propose, decide, support, edit and withdraw at once never wait for each other for good', async () => {
  // given: three texts with the same claim, so that each acceptance reaches for the others
  const claim = '索引的默认结构据说是平衡的搜索二叉树。'
  const texts = [
    await givenAnswer(`${claim}甲。`),
    await givenAnswer(`${claim}乙。`),
    await givenAnswer(`${claim}丙。`),
  ]
  await database().transaction((tx) =>
    queueForIndexing(
      tx,
      texts.map(({ entryId }) => entryId),
    ),
  )
  const authors = await Promise.all(texts.map(() => signedIn('member')))
  const editors = await Promise.all(texts.map(() => signedIn('editor')))
  const made = await Promise.all(
    texts.map((text, at) =>
      givenCorrection(authors[at]!, text, `索引的默认结构是多路平衡树。${'甲乙丙'[at]}。`, {
        kind: 'addition',
      }),
    ),
  )
  // when
  const results = await Promise.allSettled(
    texts.flatMap((text, at) => {
      const [editor, proposed] = [editors[at]!, made[at]!]
      return [
        decide(editor, { ...accept, ...proposed }),
        decide(editors[(at + 1) % 3]!, { ...accept, ...proposed }),
        support(editor, { correctionId: proposed.id, rev: 1 }),
        revise(editor, edit(text.id, text.baseId, `${claim}改过的。`)),
        propose(editor, proposal(text, `${claim}又一句。`)),
        withdraw(authors[at]!, { correctionId: proposed.id, rev: 1 }),
      ]
    }),
  )
  // then
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
  expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(texts.length)
})

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
