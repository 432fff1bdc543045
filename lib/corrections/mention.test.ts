import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { listNotifications } from '#lib/notifications/queries'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, seen } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { mentionOf } from '#lib/text/mention'
import { decide } from './decide.ts'

testDatabase()

test('whoever a correction names hears of it from its author once it is in the text, and once only', async () => {
  // given
  const [named, author, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const [row] = await database().select().from(person).where(eq(person.id, named.id))
  const told = async () => (await listNotifications(named, undefined)).items
  const text = await givenAnswer('等待 2MSL。')
  const proposeAndAccept = async (baseId: string, markdown: string) => {
    const { id } = await givenCorrection(author, { id: text.id, baseId }, markdown)
    const before = await told()
    const { revisionId } = await decide(editor, { ...(await seen(id)), verdict: 'accept', reason: '' })
    return { before, revisionId: revisionId! }
  }
  // when
  const first = await proposeAndAccept(text.baseId, `等待 2MSL，${mentionOf(row!)} 说的。`)
  await proposeAndAccept(first.revisionId, `等待 2MSL，都是 ${mentionOf(row!)} 说的。`)
  // then
  expect(first.before).toEqual([])
  expect(await told()).toMatchObject([
    { kind: 'mention', actor: author.name, answerShortId: expect.any(String) },
  ])
})
