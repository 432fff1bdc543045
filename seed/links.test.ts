import { expect, test } from 'vitest'
import { squash } from '#lib/text/fold'
import { proseOf, shippedFiles } from './shipped-entries.ts'

const entries = shippedFiles().flatMap((file) => file.entries)
const names = entries.flatMap(({ title, aliases }) => [title, ...aliases].map((name) => ({ name, title })))

test('no name is given to two entries, nor twice to one', () => {
  const seen = new Map<string, string>()

  const shared = names.filter(({ name, title }) => {
    const earlier = seen.get(squash(name))
    seen.set(squash(name), title)
    return earlier !== undefined
  })

  expect(shared).toEqual([])
})

test('every link between entries leads to exactly one other entry', () => {
  const links = entries.flatMap(({ title, answers }) =>
    answers.flatMap((answer) =>
      [...proseOf(answer).matchAll(/\[\[([^\]]*)\]\]/g)].map(([, target = '']) => ({ title, target })),
    ),
  )
  const broken = links.filter(({ title, target }) => {
    const owners = names.filter(({ name }) => name === target)
    return owners.length !== 1 || owners[0]?.title === title
  })

  expect(links.length).toBeGreaterThan(300)
  expect(broken).toEqual([])
})

test('every source is an https address with a name', () => {
  const sources = entries.flatMap(({ title, answers }) =>
    answers.flatMap((answer) =>
      [...proseOf(answer).matchAll(/(?<!\[)\[([^[\]]*)\]\(([^)]*)\)/g)].map(
        ([, name = '', address = '']) => ({
          title,
          name,
          address,
        }),
      ),
    ),
  )
  const bad = sources.filter(
    ({ name, address }) => !name.trim() || !/^https:\/\/[a-z0-9.-]+\/\S*$/.test(address),
  )

  expect(sources.length).toBeGreaterThan(300)
  expect(bad).toEqual([])
})
