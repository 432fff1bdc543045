import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const ground = ['lib/refusal', 'lib/env', 'lib/text']

/** Who may import whom, besides the ground and itself. This table is the architecture. */
const mayImport: Record<string, string[]> = {
  app: ['app', 'lib'],
  // The bench measures the first load in the browser that the end-to-end tests use.
  bin: ['db', 'lib', 'e2e/chromium'],
  seed: ['lib'],
  e2e: ['lib/testing', 'app/_editor', 'app/inventory'],
  'lib/testing': ['db', 'lib', 'bin/prepare'],
  'lib/notes': [
    'db',
    'lib/corrections',
    'lib/entries',
    'lib/search',
    'lib/auth',
    'lib/rendering',
    'lib/pages',
    'lib/audit',
    'lib/assets',
  ],
  'lib/trash': ['db', 'lib/notes', 'lib/entries', 'lib/search', 'lib/auth', 'lib/audit'],
  'lib/duplicates': [
    'db',
    'lib/notes',
    'lib/comments',
    'lib/entries',
    'lib/notifications',
    'lib/search',
    'lib/auth',
    'lib/rendering',
    'lib/pages',
    'lib/audit',
  ],
  'lib/answers': ['db', 'lib/entries', 'lib/notifications', 'lib/auth', 'lib/pages', 'lib/audit'],
  'lib/encounters': [
    'db',
    'lib/duplicates',
    'lib/entries',
    'lib/search',
    'lib/auth',
    'lib/rendering',
    'lib/pages',
    'lib/audit',
  ],
  'lib/comments': [
    'db',
    'lib/entries',
    'lib/auth',
    'lib/notifications',
    'lib/rendering',
    'lib/pages',
    'lib/audit',
  ],
  'lib/corrections': [
    'db',
    'lib/entries',
    'lib/notifications',
    'lib/search',
    'lib/auth',
    'lib/rendering',
    'lib/pages',
    'lib/audit',
    'lib/assets',
  ],
  'lib/notifications': ['db', 'lib/auth', 'lib/audit', 'lib/i18n', 'lib/mail'],
  'lib/entries': [
    'db',
    'lib/notifications',
    'lib/search',
    'lib/auth',
    'lib/rendering',
    'lib/pages',
    'lib/live',
    'lib/audit',
    'lib/assets',
  ],
  'lib/search': ['db', 'lib/auth', 'lib/pages'],
  'lib/rendering': [],
  'lib/pages': ['db', 'lib/auth', 'lib/live', 'lib/i18n'],
  'lib/live': ['db', 'lib/auth'],
  'lib/i18n': [],
  'lib/audit': ['db'],
  'lib/admin': ['db', 'lib/auth', 'lib/search', 'lib/audit'],
  'lib/mail': [],
  'lib/activity': ['db', 'lib/entries'],
  'lib/assets': ['db', 'lib/rendering', 'lib/auth', 'lib/audit'],
  // A new name is told to the pages in which it stands.
  'lib/auth': ['db', 'lib/audit', 'lib/i18n', 'lib/mail', 'lib/pages/tags'],
  'lib/text': [],
  db: [],
}

const roomOf = (path: string) =>
  Object.keys(mayImport)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0] ?? path

const sources = ['app', 'bin', 'db', 'e2e', 'lib', 'seed'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
    .map((name) => join(folder, name)),
)

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([#.][^'\s]+)'/g)].map(([, target = '']) => {
    if (target.startsWith('#ui/')) return `app/_ui/${target.slice(4)}`
    if (target.startsWith('#')) return target.slice(1)
    return relative(root, join(root, dirname(file), target))
  })
}

test('imports go down only', () => {
  const strays = sources.flatMap((file) => {
    const room = roomOf(file)
    const allowed = [
      room,
      ...ground,
      ...(mayImport[room] ?? []),
      ...(file.includes('.test.') ? ['lib/testing', 'db'] : []),
    ]
    return importsOf(file)
      .filter(
        (target) =>
          !allowed.some(
            (place) => target === place || target.startsWith(`${place}/`) || target.startsWith(`${place}.`),
          ),
      )
      .map((target) => `${file} imports ${target}`)
  })
  expect(strays).toEqual([])
})

test('no file is longer than 250 lines', () => {
  const long = sources.filter((file) => readFileSync(join(root, file), 'utf8').split('\n').length > 251)
  expect(long).toEqual([])
})

test('no file leads back to itself by its imports', () => {
  const files = new Set(sources)
  const below = new Map(
    sources.map((file) => [
      file,
      importsOf(file).flatMap((target) =>
        [target, `${target}.ts`, `${target}.tsx`].filter((name) => files.has(name)),
      ),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (way.includes(file) || done.has(file)) return
    for (const target of below.get(file) ?? []) walk(target, [...way, file])
    done.add(file)
  }
  for (const file of sources) walk(file, [])
  expect(circles).toEqual([])
})
