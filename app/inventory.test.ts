import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inventory } from './inventory.ts'

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
const text = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const exportsOf = (name: string) =>
  [...text(name).matchAll(/^export (?:async function|function|const) (\w+)/gm)].map(([, each]) => each)

/** `(auth)/sign-in/page.tsx` → `/sign-in`: folders in parentheses do not count. */
const pathOf = (name: string) =>
  `/${name
    .split('/')
    .slice(0, -1)
    .filter((part) => !part.startsWith('('))
    .join('/')}`

const methods = /\b(GET|HEAD|POST|PUT|PATCH|DELETE)\b/g
const found = files.flatMap((name) => {
  if (/(^|\/)page\.tsx$/.test(name)) return [`page ${pathOf(name)}`]
  if (/(^|\/)route\.ts$/.test(name)) {
    const exported = [...text(name).matchAll(/^export .*$/gm)].join('\n').match(methods) ?? []
    return exported.map((method) => `${method} ${pathOf(name)}`)
  }
  if (/\.tsx?$/.test(name) && /^['"]use server['"]/m.test(text(name))) {
    return exportsOf(name).map(
      (action) => `action ${name.replace(/^_actions\//, '').replace(/\.ts$/, '')}#${action}`,
    )
  }
  return []
})

test('every page, route handler and server action says what it needs', () => {
  expect(found.toSorted()).toEqual(Object.keys(inventory).toSorted())
})

test('no action closes over values: these would be encrypted with a key that is no secret', () => {
  const inner = files.filter((name) => /\.tsx?$/.test(name) && /^\s+['"]use server['"]/m.test(text(name)))
  expect(inner).toEqual([])
})

test('pages that are one person’s are never kept for others', async () => {
  const { requestKind } = await import('#lib/pages/request-kind')
  for (const [way, need] of Object.entries(inventory)) {
    const [kind, path = ''] = way.split(' ')
    if (kind !== 'page') continue
    const isPublic = requestKind({ method: 'GET', url: path, headers: {} } as never) === 'public-page'
    expect([way, isPublic]).toEqual([way, need === 'read'])
  }
})

test('what a page for everybody reads from its query reaches it', async () => {
  const { pagePath } = await import('#lib/pages/page-key')
  const read = files
    .filter((name) => /(^|\/)page\.tsx$/.test(name) && inventory[`page ${pathOf(name)}`] === 'read')
    .flatMap((name) => /searchParams: Promise<\{([^}]*)\}>/.exec(text(name))?.[1] ?? [])
    .flatMap((names) => [...names.matchAll(/(\w+)\?:/g)].map(([, name]) => name))
  expect(read).toContain('before')
  for (const name of read) expect(pagePath(`/x?${name}=1`)).toBe(`/x?${name}=1`)
})
