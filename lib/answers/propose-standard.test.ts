import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { notification } from '#db/schema/notifications'
import { testDatabase } from '#lib/testing/database'
import { givenAnswers } from '#lib/testing/given-answers'
import { asGuest, signedIn } from '#lib/testing/people'
import { chooseStandard } from './choose-standard.ts'
import { declineStandard } from './decline-standard.ts'
import { countOpenProposals, listOpenProposals, listProposals } from './proposal-queries.ts'
import { proposeStandard } from './propose-standard.ts'

testDatabase()

async function given() {
  const [one, other, editor] = [await signedIn('member'), await signedIn('member'), await signedIn('editor')]
  const { entryId, answers } = await givenAnswers('一', '二')
  const [, second] = answers
  const named = { answer: second!.answer, revisionId: second!.revisionId }
  const propose = (by: typeof one, isProposed = true) => proposeStandard(by, { ...named, isProposed })
  const proposedBy = async () => (await listProposals([second!.id])).map(({ personId }) => personId)
  const told = (to: typeof one) =>
    database()
      .select({ kind: notification.kind })
      .from(notification)
      .where(and(eq(notification.personId, to.id), eq(notification.entryId, entryId)))
  return { one, other, editor, named, propose, proposedBy, told }
}

test('guests propose no standard answer', async () => {
  const { one, propose, proposedBy } = await given()
  await expect(propose(asGuest(one))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await proposedBy()).toEqual([])
})

test('members propose a standard answer, each once; editors hear of it, and see what waits', async () => {
  // given
  const { one, other, editor, named, propose, proposedBy, told } = await given()
  // when
  await Promise.all([propose(one), propose(one), propose(one)])
  await propose(other)
  // then
  expect(await proposedBy()).toEqual([one.id, other.id])
  expect(await told(editor)).toEqual([{ kind: 'standard_proposed' }])
  const waiting = (await listOpenProposals(editor)).filter(({ answer }) => answer === named.answer)
  expect(waiting).toMatchObject([{ begins: '二', people: [one.name, other.name] }])
  expect(waiting[0]?.at).toBeInstanceOf(Date)
  expect(await listOpenProposals(one)).toEqual([])
  // What is counted is what is listed.
  expect(await countOpenProposals(editor)).toBe((await listOpenProposals(editor)).length)
  expect(await countOpenProposals(one)).toBe(0)
})

test('an editor who chooses it answers everybody who proposed it, and one who takes that back asks again', async () => {
  const { one, editor, named, propose, proposedBy, told } = await given()
  await propose(one)

  const { before } = await chooseStandard(editor, { ...named, isStandard: true })

  expect(await proposedBy()).toEqual([])
  expect(await told(one)).toEqual([{ kind: 'standard_chosen' }])
  await chooseStandard(editor, before)
  expect(await proposedBy()).toEqual([one.id])
})

test('an editor declines, whoever proposed it is told and may propose it again, and nobody else declines', async () => {
  const { one, other, editor, named, propose, proposedBy, told } = await given()
  await propose(one)

  await expect(declineStandard(other, named)).rejects.toMatchObject({ code: 'forbidden' })
  await declineStandard(editor, named)
  await declineStandard(editor, named)

  expect(await proposedBy()).toEqual([])
  expect(await told(one)).toEqual([{ kind: 'standard_declined' }])
  await propose(one)
  expect(await proposedBy()).toEqual([one.id])
})

test('a proposal is taken back by whoever made it, and no other with it', async () => {
  const { one, other, propose, proposedBy } = await given()
  await propose(one)
  await propose(other)

  await propose(one, false)
  await propose(one, false)

  expect(await proposedBy()).toEqual([other.id])
})
