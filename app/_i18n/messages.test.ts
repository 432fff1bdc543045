import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from './messages/en.json' with { type: 'json' }
import zh from './messages/zh-CN.json' with { type: 'json' }

const app = join(import.meta.dirname, '..')
const keysOf = (messages: Record<string, Record<string, string>>) =>
  Object.entries(messages).flatMap(([room, words]) => Object.keys(words).map((key) => `${room}.${key}`))

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  .map((name) => readFileSync(join(app, name), 'utf8'))

const declared = /(?:const (\w+) = (?:await )?|Promise\.all\(\[\s*)(?:use|get)Translations\('(\w+)'\)/
const called = /\b(\w+)(?:\.(?:raw|rich))?\((?:'(\w+)'|([a-z]\w*(?:\.\w+)*(?: \?\? '\w+')?))(?=[,)])/
// A room that is handed on whole.
const handed = /\b\w+: useTranslations\('(\w+)'\)/g
const either = new RegExp(`${declared.source}|${called.source}`, 'g')

/** The keys that one file asks for; `room.*` where the key is computed. */
function keysUsedIn(source: string): string[] {
  const rooms = new Map<string, string>()
  const used = [...source.matchAll(handed)].map(([, room]) => `${room}.*`)
  for (const [, variable = 't', room, name, key] of source.matchAll(either)) {
    if (room) rooms.set(variable, room)
    const place = name && rooms.get(name)
    if (place) used.push(key ? `${place}.${key}` : `${place}.*`)
  }
  return used
}

const used = new Set(sources.flatMap(keysUsedIn))

test('both languages have the same keys, and none is empty', () => {
  expect(keysOf(en)).toEqual(keysOf(zh))
  for (const words of [...Object.values(en), ...Object.values(zh)])
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('')
})

test('both languages fill in the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).toSorted()
  for (const key of keysOf(en)) {
    const [room = '', name = ''] = key.split('.')
    const chinese = (zh as Record<string, Record<string, string>>)[room]?.[name] ?? ''
    const english = (en as Record<string, Record<string, string>>)[room]?.[name] ?? ''
    expect([key, new Set(values(english.replaceAll(/\b(?:one|other) \{[^}]*\}/g, '')))]).toEqual([
      key,
      new Set(values(chinese)),
    ])
  }
})

test('every key that the pages ask for exists', () => {
  const known = new Set(keysOf(zh))
  expect([...used].filter((key) => !key.endsWith('.*') && !known.has(key))).toEqual([])
})

test('no key is left that nothing asks for', () => {
  const unused = keysOf(zh).filter((key) => !used.has(key) && !used.has(`${key.split('.')[0]}.*`))
  expect(unused).toEqual([])
})
