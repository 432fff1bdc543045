import { expect, test } from 'vitest'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { testDatabase } from '#lib/testing/database'
import { asTyped, namedIn, nameForGood, namesBegun } from './mentions.ts'

testDatabase()

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Anna Li' },
  { id: '3', name: '王伟' },
  { id: '4', name: 'Ann' },
]

test.each([
  ['@Ann: see above', ['1', '4']],
  ['ask @anna li, please', ['2']],
  ['@Annabel knows', []],
  ['请＠王伟看一下', ['3']],
  ['@王伟你好', ['3']],
  ['mail ann@Ann.example', []],
  ['`@Ann` is a decorator', []],
  ['```java\n@Ann\n```', []],
  ['[@王伟](/people/aaaaaaaaaa)', []],
  ['@ Ann', []],
])('%j names %j', (text, ids) => {
  const named = namesBegun(text).flatMap(({ stretch }) => namedIn(stretch, people)?.people ?? [])
  expect(named.map(({ id }) => id)).toEqual(ids)
})

test('no more than twenty people are named in one comment', () => {
  expect(namesBegun('@Ann '.repeat(50))).toHaveLength(20)
})

async function given(name: string, suspendedAt: Date | null = null) {
  const [made] = await database()
    .insert(person)
    .values({ name, suspendedAt })
    .returning({ id: person.id, shortId: person.shortId })
  return made!
}

test('a name that one person has says for good who is meant, and is typed as a name again', async () => {
  const [robin, weird] = [await given('Robin Ó Neill'), await given('*_[x](y)')]
  const typed = '问 @robin Ó Neill，以及 @*_[x](y)。`@Robin Ó Neill` 不算'

  const { markdown, personIds } = await nameForGood(database(), typed)

  expect(personIds).toEqual([robin.id, weird.id])
  expect(markdown).toContain(`问 [@Robin Ó Neill](/people/${robin.shortId})，以及 [@`)
  expect(markdown).toContain('`@Robin Ó Neill` 不算')
  expect(await nameForGood(database(), markdown)).toEqual({ markdown, personIds })
  expect(await asTyped(database(), markdown)).toBe(typed.replace('robin', 'Robin'))
})

test('a name that several people have is refused until one of them is meant, and stays as it is meant', async () => {
  const [one] = [await given('李娜'), await given('李娜')]
  const meant = `[@李娜](/people/${one.shortId}) 请看`

  await expect(nameForGood(database(), '@李娜 请看')).rejects.toMatchObject({
    code: 'invalid',
    details: { field: 'markdown', reason: 'namesakes', name: '李娜' },
  })
  expect(await nameForGood(database(), meant)).toEqual({ markdown: meant, personIds: [one.id] })
  expect(await asTyped(database(), meant)).toBe(meant)
})

test('nobody who is suspended is told, and a name that runs into the next word is not taken apart', async () => {
  const [gone, ann] = [await given('Gone Girl', new Date()), await given('Annika')]
  const mention = `[@Gone Girl](/people/${gone.shortId})`
  const glued = `[@Annika](/people/${ann.shortId})s`

  expect(await nameForGood(database(), `${mention} @Gone Girl`)).toEqual({
    markdown: `${mention} @Gone Girl`,
    personIds: [],
  })
  expect(await asTyped(database(), glued)).toBe(glued)
})
