import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { notificationPath } from '#lib/notifications/notification'
import { listNotifications } from '#lib/notifications/queries'
import { testDatabase } from '#lib/testing/database'
import { editAnswer, givenAnswers } from '#lib/testing/given-answers'
import { givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { mentionOf } from '#lib/text/mention'
import { answerEntry } from './answer-entry.ts'
import { ask } from './ask.ts'

testDatabase()

/** Two people, and how a text names the first. */
async function given() {
  const [named, writer] = [await signedIn('member'), await signedIn('editor')]
  const [row] = await database().select().from(person).where(eq(person.id, named.id))
  const told = async () => (await listNotifications(named, undefined)).items
  return { named, writer, mention: mentionOf(row!), told }
}

test('whoever a saved text names is told once, however often it is saved, and is led to it', async () => {
  // given
  const { writer, mention, told } = await given()
  const { answers } = await givenAnswers('等待 2MSL。')
  const { id, answer } = answers[0]!
  // when
  await editAnswer(writer, id, `等待 2MSL，${mention} 说的。`)
  await editAnswer(writer, id, '等待 2MSL。')
  await editAnswer(writer, id, `等待 2MSL，${mention} 说的，也是 ${mention} 写的。`)
  // then
  const items = await told()
  expect(items).toMatchObject([{ kind: 'mention', actor: writer.name, answerShortId: answer }])
  expect(notificationPath(items[0]!)).toMatch(new RegExp(`#a-${answer}$`))
})

test('a new question and its answers tell whom each of them names, and code names nobody', async () => {
  // given
  const { writer, mention, told } = await given()
  const { id: note } = await givenNote()
  const title = `谁知道 ${v7()}？`
  const context = `问 ${mention}。`
  // when
  const made = await ask(writer, {
    ...{ operationId: v7(), note, section: null, tags: [], anyway: true },
    ...{ title, context, answer: `\`${mention}\`` },
  })
  await answerEntry(writer, { entry: made.id, operationId: v7(), markdown: `${mention} 知道。` })
  // then
  expect((await told()).map(({ kind, answerShortId }) => [kind, answerShortId !== null])).toEqual([
    ['mention', true],
    ['mention', false],
  ])
})

test('nobody is told of naming themselves', async () => {
  const { named, mention, told } = await given()
  const { entryId } = await givenAnswers('等待 2MSL。')

  await answerEntry(named, { entry: entryId, operationId: v7(), markdown: `${mention}：我来答。` })

  expect(await told()).toEqual([])
})
