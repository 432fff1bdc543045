import { randomUUID } from 'node:crypto'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { isValidElement } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'
import { sessionCookieName } from '#lib/auth/session-cookie'
import type { AccountRole, SignedIn } from '#lib/auth/viewer'
import { addComment } from '#lib/comments/add-comment'
import { trashComment } from '#lib/comments/trash-comment'
import { type Merged, mergeEntries } from '#lib/duplicates/merge'
import { proposePair } from '#lib/duplicates/propose-pair'
import { RecordEncounter } from '#lib/encounters/input'
import { recordEncounter } from '#lib/encounters/record-encounter'
import { addTag } from '#lib/entries/add-tag'
import { answerEntry } from '#lib/entries/answer-entry'
import { Ask, ask } from '#lib/entries/ask'
import { entryPath, notePath } from '#lib/entries/entry'
import { findPlace } from '#lib/entries/text-queries'
import { makeNote } from '#lib/notes/make-note'
import { makeSection } from '#lib/notes/make-section'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { trash } from '#lib/trash/trash'
import { requireAdmin } from './admin/require-admin.ts'
import { GET as readMe } from './api/me/route.ts'
import { GET as readSections } from './api/notes/[note]/sections/route.ts'
import { GET as readPassages } from './api/passages/route.ts'
import { GET as readLying } from './api/trash/route.ts'
import CommentPage from './comments/[comment]/page.tsx'
import MergePage from './duplicates/merge/page.tsx'
import UnmergePage from './duplicates/merges/[merge]/page.tsx'
import DuplicatesPage from './duplicates/page.tsx'
import AskedPage from './entries/[entry]/asked/page.tsx'
import SamePage from './entries/[entry]/same/page.tsx'
import NamingPage from './entries/[entry]/tags/page.tsx'
import ArrangePage from './notes/[note]/arrange/page.tsx'
import RenameNotePage from './notes/[note]/edit/page.tsx'
import NewSectionPage from './notes/[note]/sections/new/page.tsx'
import NewNotePage from './notes/new/page.tsx'
import { requireEditor } from './searches/require-editor.ts'
import StandardsPage from './standards/page.tsx'
import RenameTagPage from './tags/[tag]/edit/page.tsx'
import TrashPage from './trash/page.tsx'

const secret = 'a secret of this test, long enough'
process.env.AUTH_SECRET = secret
// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'
let token: string | undefined
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === sessionCookieName() ? { value: token } : undefined),
  }),
}))
vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new Error('404')
  },
  redirect: (target: string) => {
    throw new Error(`to ${target}`)
  },
}))
// Each word is its own name: what a page says is not what is asked here.
const words = vi.hoisted(() => Object.assign((name: string) => name, { raw: (name: string) => name }))
vi.mock('next-intl', () => ({ useTranslations: () => words, useFormatter: () => ({}) }))
vi.mock('next-intl/server', () => ({ getTranslations: async () => words }))
// Its icons are made for the browser’s React; nothing here is drawn.
vi.mock(
  'lucide-react',
  () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => null), has: () => true }),
)

testDatabase()

const people = {} as Record<AccountRole, SignedIn & { sessionId: string }> // each is made before the first test
let shelf: { note: { id: string; shortId: string; title: string }; one: Asked; other: Asked; merged: Merged }
type Asked = Awaited<ReturnType<typeof ask>>

beforeAll(async () => {
  for (const role of ['member', 'editor', 'admin'] as const) people[role] = await signedIn(role)
  const { editor, member } = people
  const note = await makeNote(editor, { operationId: randomUUID(), title: '笔记' })
  const asked = (title: string) =>
    ask(editor, Ask.parse({ operationId: randomUUID(), note: note.id, title, anyway: true }))
  const [one, other, third] = [await asked('什么是死锁'), await asked('什么是死锁？'), await asked('死锁')]
  await addTag(editor, { entry: one.id, tag: 'os' })
  await recordEncounter(editor, RecordEncounter.parse({ entry: one.id, company: '甲' }))
  await proposePair(member, { one: one.shortId, other: other.shortId })
  const merged = await mergeEntries(editor, { from: third.id, into: other.id })
  shelf = { note, one, other, merged }
})

async function signIn(role: AccountRole | 'guest'): Promise<void> {
  token = role === 'guest' ? undefined : await encode({ token: { sid: people[role].sessionId }, secret })
}

test('an editor finds no admin pages, a member no editors’ pages', async () => {
  await signIn('editor')
  await expect(requireAdmin('people')).rejects.toThrow('404')
  await expect(requireEditor('/searches')).resolves.toMatchObject({ role: 'editor' })
  await signIn('member')
  await expect(requireEditor('/searches')).rejects.toThrow('404')
  await signIn('admin')
  await expect(requireAdmin('people')).resolves.toMatchObject({ role: 'admin' })
})

test('only an admin’s browser hears that it may administer', async () => {
  await signIn('editor')
  expect(await (await readMe()).json()).toMatchObject({ me: { role: 'editor', mayAdminister: false } })
  await signIn('admin')
  expect(await (await readMe()).json()).toMatchObject({ me: { role: 'admin', mayAdminister: true } })
})

const promised = <Value>(value: Value) => Promise.resolve(value)
const segment = (path: string) => decodeURIComponent(path.split('/')[2] ?? '')
const ofNote = () => promised({ note: segment(notePath(shelf.note)) })
const ofEntry = () => promised({ entry: segment(entryPath(shelf.one)) })
const editorsPages: [name: string, page: () => Promise<unknown>][] = [
  ['new note', () => NewNotePage()],
  ['another name for a note', () => RenameNotePage({ params: ofNote() })],
  ['new section', () => NewSectionPage({ params: ofNote(), searchParams: promised({}) })],
  ['another order of a note', () => ArrangePage({ params: ofNote() })],
  ['proposed standard answers', () => StandardsPage()],
  ['another name for a tag', () => RenameTagPage({ params: promised({ tag: 'os' }) })],
  [
    'merging',
    () => MergePage({ searchParams: promised({ from: shelf.one.shortId, into: shelf.other.shortId }) }),
  ],
  ['taking apart', () => UnmergePage({ params: promised({ merge: shelf.merged.mergeId }) })],
]

test.each(editorsPages)('the page for %s is there for editors and for no member', async (_, page) => {
  await signIn('editor')
  expect(isValidElement(await page())).toBe(true)
  await signIn('member')
  await expect(page()).rejects.toThrow('404')
})

/** The properties of the first element with all of these in what a page made, not drawn. */
function shown(node: unknown, names: string[]): Record<string, unknown> | undefined {
  if (Array.isArray(node)) return node.map((each) => shown(each, names)).find(Boolean)
  if (!isValidElement<Record<string, unknown>>(node)) return undefined
  if (names.every((name) => name in node.props)) return node.props
  return Object.values(node.props)
    .map((each) => shown(each, names))
    .find(Boolean)
}

test('a member sees no buttons for what only editors do', async () => {
  const read = async (role: AccountRole) => {
    await signIn(role)
    const pairs = shown(await DuplicatesPage({ searchParams: promised({}) }), ['rights'])
    const same = await SamePage({ params: ofEntry(), searchParams: promised({ q: '死锁' }) })
    const asked = await AskedPage({ params: ofEntry() })
    const naming = await NamingPage({ params: ofEntry() })
    return {
      pairs: pairs?.rights,
      mergesHere: JSON.stringify(same).includes('/duplicates/merge?'),
      changesAsked: shown(asked, ['encounter']) !== undefined,
      names: shown(naming, ['aliases']) !== undefined,
    }
  }
  expect(await read('editor')).toEqual({
    pairs: { decide: true, merge: true },
    mergesHere: true,
    changesAsked: true,
    names: true,
  })
  expect(await read('member')).toEqual({
    pairs: { decide: false, merge: false },
    mergesHere: false,
    changesAsked: false,
    names: false,
  })
})

test('the trash offers an editor to restore, only an admin to erase, and says where something lay only to who may restore it', async () => {
  const { editor, member } = people
  const sent = () => ({ operationId: randomUUID() })
  const lost = await ask(editor, Ask.parse({ ...sent(), note: shelf.note.id, title: '什么是活锁' }))
  const { shortId } = await answerEntry(member, { ...sent(), entry: shelf.one.id, markdown: '互相谦让。' })
  const { subject } = (await findPlace('answer', shortId))!
  await trash(editor, { kind: 'entry', id: lost.id })
  await trash(editor, { kind: 'answer', id: subject.id })
  const offers = async (role: AccountRole) => {
    await signIn(role)
    const row = shown(await TrashPage(), ['mayErase'])
    return [row?.mayRestore, row?.mayErase]
  }
  expect(await offers('editor')).toEqual([true, false])
  expect(await offers('admin')).toEqual([true, true])
  const path = `http://wiki.test/api/trash?${new URLSearchParams({ path: entryPath(lost) })}`
  expect((await readLying(new NextRequest(path))).status).toBe(200)
  // Their own answer, which somebody else put there.
  expect(await offers('member')).toEqual([false, false])
  expect((await readLying(new NextRequest(path))).status).toBe(404)
})

/** The names of the forms in what a page made, not drawn. */
function formsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(formsIn)
  if (!isValidElement<Record<string, unknown>>(node)) return []
  const name = typeof node.type === 'function' ? node.type.name : ''
  return name.endsWith('Form') ? [name] : Object.values(node.props).flatMap(formsIn)
}

test('a comment’s page has forms for what its reader may do, and only who may bring it back finds it in the trash', async () => {
  const { editor } = people
  const on = { kind: 'entry' as const, id: shelf.one.shortId }
  const { comment } = await addComment(editor, { on, markdown: '?' })
  const forms = async (role: AccountRole) => {
    await signIn(role)
    return formsIn(await CommentPage({ params: promised({ comment }) }))
  }
  await expect(forms('editor')).resolves.toEqual(['SayForm', 'RewordForm', 'SettleForm', 'RemoveForm'])
  await expect(forms('admin')).resolves.toEqual(['SayForm', 'SettleForm', 'RemoveForm'])
  await expect(forms('member')).resolves.toEqual(['SayForm'])
  await trashComment(editor, { comment, isTrashed: true })
  await expect(forms('admin')).resolves.toEqual(['RemoveForm'])
  await expect(forms('member')).rejects.toThrow('404')
})

test('where the wiki is not public, a guest hears neither of sections nor of doubts', async () => {
  const sections = () =>
    readSections(new Request('http://wiki.test'), { params: promised({ note: shelf.note.id }) })
  const query = new URLSearchParams({
    kind: 'entry',
    id: shelf.one.id,
    quote: '死锁',
    prefix: '',
    suffix: '',
  })
  const passages = () => readPassages(new NextRequest(`http://wiki.test/api/passages?${query}`))
  await makeSection(people.editor, {
    operationId: randomUUID(),
    note: shelf.note.id,
    parent: null,
    title: '并发',
  })
  await signIn('guest')
  expect(await (await sections()).json()).toEqual({ sections: [] })
  expect((await passages()).status).toBe(404)
  await signIn('member')
  expect((await (await sections()).json()).sections).toHaveLength(1)
  expect((await passages()).status).toBe(200)
})
