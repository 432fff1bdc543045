import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { verification } from '#db/schema/votes'
import { testDatabase } from '#lib/testing/database'
import { editAnswer, givenAnswers } from '#lib/testing/given-answers'
import { asGuest, signedIn } from '#lib/testing/people'
import { listMyVotes } from './queries.ts'
import { listVerifications } from './verification-queries.ts'
import { VerifyAnswer, verifyAnswer, verifyEntry } from './verify.ts'
import { withdrawVerification } from './withdraw-verification.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

const rfc = {
  against: 'RFC 9293',
  link: 'https://www.rfc-editor.org/rfc/rfc9293',
  note: '第 3.6 节',
}
const evidence = [
  { kind: 'link', url: rfc.link },
  { kind: 'note', text: rfc.note },
]

async function given() {
  const [member, editor] = [await signedIn('member'), await signedIn('editor')]
  const { entryId, entry, revisionId, answers } = await givenAnswers('等待 2MSL。')
  const only = answers[0]!
  const checked = { answer: only.answer, revisionId: only.revisionId, ...rfc }
  const stamps = () => listVerifications(entryId, [only.id])
  return { member, editor, stamps, asked: { entry, revisionId, ...rfc }, checked, id: only.id }
}

test('a stamp says who checked which version against what; minor edits keep it, others do not', async () => {
  // given
  const { member, editor, stamps, checked, id } = await given()
  await verifyAnswer(member, checked)
  // when, then
  await editAnswer(editor, id, '等待 2 MSL。', true)
  const stamp = { person: member.name, against: 'RFC 9293', number: 1, evidence }
  expect(await stamps()).toMatchObject([{ ...stamp, answerId: id, isCurrent: true }])
  await editAnswer(editor, id, '等待 2MSL，即 60 秒。')
  expect(await stamps()).toMatchObject([{ ...stamp, isCurrent: false }])
})

test('the same stamp sent twenty times at once is one', async () => {
  const { member, checked, id } = await given()

  await Promise.all(Array.from({ length: 20 }, () => verifyAnswer(member, checked)))

  expect(await database().select().from(verification).where(eq(verification.answerId, id))).toHaveLength(1)
})

test('a stamp with another note is another, and the newest is shown', async () => {
  const { member, stamps, checked, id } = await given()

  await verifyAnswer(member, { ...checked, link: '', note: '' })
  await verifyAnswer(member, checked)

  expect(await stamps()).toMatchObject([{ evidence }])
  expect(await database().$count(verification, eq(verification.answerId, id))).toBe(2)
})

test('a question is verified like an answer; of each person the last stamp on a text is shown', async () => {
  const { member, editor, stamps, checked, asked } = await given()

  await verifyEntry(member, asked)
  await verifyAnswer(member, checked)
  await verifyAnswer(member, { ...checked, against: 'TCP/IP Illustrated' })
  await verifyAnswer(editor, checked)

  expect((await stamps()).map(({ person, against }) => `${person} ${against}`)).toEqual([
    'A editor RFC 9293',
    'A member TCP/IP Illustrated',
    'A member RFC 9293',
  ])
})

test('a stamp is withdrawn by whoever gave it, and its row stays', async () => {
  // given
  const { member, editor, stamps, checked } = await given()
  await verifyAnswer(member, checked)
  const [stamp] = await stamps()
  // when, then
  await expect(withdrawVerification(editor, { verification: stamp!.id })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await withdrawVerification(member, { verification: stamp!.id })
  await withdrawVerification(member, { verification: stamp!.id })
  expect(await stamps()).toEqual([])
  expect(await database().select().from(verification).where(eq(verification.id, stamp!.id))).toHaveLength(1)
})

test('nobody verifies a version of another text', async () => {
  const { member, checked, asked } = await given()

  const wrong = { ...checked, revisionId: asked.revisionId }
  await expect(verifyAnswer(member, wrong)).rejects.toMatchObject({ code: 'not-found' })
  await expect(verifyEntry(member, { ...asked, revisionId: checked.revisionId })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test.each([
  [{ against: '' }],
  [{ against: 'x'.repeat(201) }],
  [{ against: 'RFC \u202e 9293' }],
  [{ link: 'javascript:alert(1)' }],
  [{ note: 'x'.repeat(5_121) }],
])('what was checked is refused as %j', async (wrong) => {
  const { checked } = await given()

  expect(VerifyAnswer.safeParse(checked).success).toBe(true)
  expect(VerifyAnswer.safeParse({ ...checked, ...wrong }).success).toBe(false)
})

test('in a wiki that is not public a guest checks nothing and hears of no votes, whoever they say they are', async () => {
  const { member, stamps, asked, checked } = await given()
  const nobody = asGuest(member)
  await expect(verifyAnswer(nobody, checked)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(verifyEntry(nobody, asked)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await stamps()).toEqual([])
  await expect(listMyVotes(nobody, asked.entry)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await listMyVotes(member, asked.entry)).toBeTruthy()
})
