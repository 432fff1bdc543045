import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correctionSupport } from '#db/schema/corrections'
import { revision } from '#db/schema/revisions'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, link, proposal } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { propose } from './propose.ts'
import { findCorrection } from './queries.ts'
import { support } from './support.ts'
import { withdraw } from './withdraw.ts'

testDatabase()

const headOf = async (answerId: string) =>
  (await database().select().from(revision).where(eq(revision.answerId, answerId))).at(-1)

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

test('a new text that calls itself a slip waits for somebody who may decide', async () => {
  const [one, other] = [await signedIn('member'), await signedIn('member')]
  const text = await givenAnswer('第一句。')
  const { id, rev } = await givenCorrection(one, text, '换成了完全不同的说法，'.repeat(10))

  expect(await support(other, { correctionId: id, rev })).toEqual({ outcome: 'supported' })

  expect(await headOf(text.id)).toMatchObject({ number: 1 })
})
