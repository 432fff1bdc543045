import { test as base, expect } from '@playwright/test'
import type { Sql } from 'postgres'
import { inventory } from '../app/inventory.ts'
import { startWiki } from '../lib/testing/wiki.ts'
import { givenPerson, openWikiDatabase } from '../lib/testing/wiki-people.ts'
import { importNotes, smallNote } from './importing.ts'
import { type Actor, type ActorName, actorNames, givenActor, watched } from './policy/actors.ts'
import { callAction, get, type Outcome, post, postForm, sendJson, takesValue } from './policy/call.ts'
import { actions, posts, reads, writes } from './policy/expected.ts'
import { givenCorrection, givenReport } from './policy/given-corrections.ts'

type Given = { url: string; sql: Sql; actor(name: ActorName): Promise<Actor>; places: Record<string, string> }

// Each cell that needs an answer of somebody's takes one.
const manyQuestions = Array.from(
  { length: 40 },
  (_, n) => `\n### 第 ${n} 个问题是什么？\n\n第 ${n} 个答案。\n`,
).join('')

const test = base.extend<object, { wiki: Given }>({
  wiki: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it wants from the pattern.
    async ({}, use) => {
      const admin = { ADMIN_EMAIL: 'first@example.com', ADMIN_PASSWORD: 'an admin from the environment' }
      const wiki = await startWiki({ ...admin, TRUST_PROXY: 'true' })
      await importNotes([{ name: '操作系统', text: smallNote + manyQuestions }], wiki.dataDir)
      const { url, dataDir, secret } = wiki
      const sql = openWikiDatabase(dataDir)
      try {
        await use({
          url,
          sql,
          actor: (name) => givenActor(sql, secret, name),
          places: await findPlaces(url, sql),
        })
      } finally {
        await sql.end()
        await wiki.stop()
      }
    },
    { scope: 'worker' },
  ],
})

// One wiki, one call at a time: what changes between two looks was done by that call.
test.describe.configure({ mode: 'default' })

async function findPlaces(url: string, sql: Sql): Promise<Record<string, string>> {
  const first = async (path: string, href: RegExp) =>
    href.exec(await (await fetch(url + path)).text())?.[1] ?? ''
  return {
    '{note}': await first('/notes', /href="(\/notes\/[^"#?]+)"/),
    '{tag}': await first('/tags', /href="(\/tags\/[^"#?]+)"/),
    ...(await findIds(sql)),
    '{entry}': await first('/unanswered', /href="(\/entries\/(?!new)[^"#?]+)"/),
  }
}

async function findIds(sql: Sql): Promise<Record<string, string>> {
  // Of what ships, questions that no other test touches.
  const [a, b, thrown] = await sql<{ id: string; short: string }[]>`
    select id, short_id as short from entry order by id offset 30 limit 3`
  const author = await givenPerson(sql, 'member')
  const [row] = await sql<
    {
      entry: string
      asked: string
      note: string
      answer: string
      sectionId: string | null
      section: string
      person: string
    }[]
  >`
    select entry.id as entry, entry.short_id as asked, note_id as note, section_id as "sectionId", answer.short_id as answer,
      (select short_id from section order by id limit 1) as section,
      (select short_id from person where kind = 'person' order by id limit 1) as person
    from answer join entry on entry.id = entry_id order by answer.id limit 1`
  return {
    '{entry id}': row?.entry ?? '',
    '{section id}': row?.sectionId ?? '',
    '{thrown id}': thrown?.id ?? '',
    '{entry short id}': row?.asked ?? '',
    '{note id}': row?.note ?? '',
    '{answer}': `/answers/${row?.answer}`,
    '{pair}': `${a?.short}&into=${b?.short}`,
    '{person}': row?.person ?? '',
    '{section}': `/sections/${row?.section}`,
    '{correction}': `/corrections/${(await givenCorrection(sql, author.id)).shortId}`,
    '{report}': `/reports/${(await givenReport(sql, author.id)).shortId}`,
  }
}

const column = { guest: 0, member: 1, editor: 2, admin: 3, suspended: 0, ended: 0 } as const

const placed = (path: string, { places }: Given) =>
  path.replace(/\{[\w ]+\}/, (place) => places[place] ?? place)

type Cells = Record<string, Outcome>

/** Runs one way in as every actor: what each got and what the table says, with a word where a refusal changed rows. */
async function tryAll(
  { sql, actor }: Given,
  expected: readonly Outcome[],
  prepare: (actor: Actor) => Promise<() => Promise<Outcome>>,
): Promise<[seen: Cells, wanted: Cells]> {
  const seen: Cells = {}
  const wanted: Cells = {}
  for (const name of actorNames) {
    const knock = await prepare(await actor(name))
    const { result: outcome, changed } = await watched(sql, knock, (given) => given !== 'ok')
    seen[name] =
      changed.length > 0 && outcome !== 'ok' ? `${outcome}, but rows changed: ${changed.join(', ')}` : outcome
    wanted[name] = expected[column[name]] ?? ''
  }
  return [seen, wanted]
}

test('the table has a row for every way in, and for nothing else', () => {
  const rows = [
    ...Object.keys(reads),
    ...Object.keys(posts),
    ...writes.map(([way]) => way),
    ...actions.map(([action]) => `action ${action}`),
  ]
  expect([...new Set(rows)].toSorted()).toEqual(Object.keys(inventory).toSorted())
})

test('every page and every GET, as everybody', async ({ wiki }) => {
  const seen: Record<string, Cells> = {}
  const wanted: Record<string, Cells> = {}
  for (const [way, [path, expected]] of Object.entries(reads)) {
    const address = placed(path, wiki)
    const look = async (actor: Actor) => () => get(wiki.url, address, actor)
    const cells = await tryAll(wiki, expected, look)
    ;[seen[way], wanted[way]] = cells
  }
  expect(seen).toEqual(wanted)
})

test('every POST that is no action, as everybody', async ({ wiki }) => {
  const seen: Record<string, Cells> = {}
  const wanted: Record<string, Cells> = {}
  for (const [way, [path, fields, expected]] of Object.entries(posts)) {
    const send = async (actor: Actor) => async () => {
      const sent = Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [name, placed(value, wiki)]),
      )
      const outcome = await post(wiki.url, placed(path, wiki), actor, sent)
      // Signing out changes one's own session: for whoever has one, that is what was wanted.
      return expected[column[actor.name]] === 'ok' && outcome === 'to /' ? 'ok' : outcome
    }
    ;[seen[way], wanted[way]] = await tryAll(wiki, expected, send)
  }
  expect(seen).toEqual(wanted)
})

test('everything that scripts of pages write, as everybody, and from nowhere else', async ({ wiki }) => {
  const seen: Record<string, Cells> = {}
  const wanted: Record<string, Cells> = {}
  for (const [way, target, write, expected] of writes) {
    const cells = await tryAll(wiki, expected, async (actor) => {
      const wanted = await write(wiki.sql, actor)
      return () => sendJson(wiki.url, way, actor, wanted)
    })
    ;[seen[`${way}, ${target}`], wanted[`${way}, ${target}`]] = cells
    const actor = await wiki.actor('admin')
    const sent = await write(wiki.sql, actor)
    for (const origin of [null, 'null', 'https://evil.example'])
      expect([way, target, await sendJson(wiki.url, way, actor, sent, origin)]).toEqual([way, target, '403'])
  }
  expect(seen).toEqual(wanted)
})

test('every action from a running page, as everybody, on one’s own and on others’ things', async ({
  wiki,
}) => {
  test.setTimeout(600_000)
  const seen: Record<string, Cells> = {}
  const wanted: Record<string, Cells> = {}
  for (const [action, target, fields, expected] of actions) {
    const cells = await tryAll(wiki, expected, async (actor) => {
      const sent = await fields(wiki.sql, actor)
      return () => callAction(wiki.url, action, actor, sent)
    })
    ;[seen[`${action}, ${target}`], wanted[`${action}, ${target}`]] = cells
  }
  expect(seen).toEqual(wanted)
})

test('every action without scripts: a refusal changes nothing, and whoever is not signed in is asked to', async ({
  wiki,
}) => {
  test.setTimeout(600_000)
  const wrong: string[] = []
  for (const [action, target, fields, expected] of actions.filter(([action]) => !takesValue(action))) {
    for (const name of actorNames) {
      const wanted = expected[column[name]] ?? ''
      if (wanted === 'ok') continue
      const actor = await wiki.actor(name)
      const sent = await fields(wiki.sql, actor)
      const knock = () => postForm(wiki.url, action, actor, sent)
      const { result, changed } = await watched(wiki.sql, knock, () => true)
      const { status, headers } = result
      const cell = `${action}, ${target}, ${name}: ${status}`
      if (changed.length > 0) wrong.push(`${cell}, rows changed: ${changed.join(', ')}`)
      if (status >= 500) wrong.push(cell)
      const asked = /^\/sign-in\?next=/.test(headers.get('location') ?? '')
      if (asked !== (wanted === 'sign-in')) wrong.push(`${cell} ${headers.get('location')}`)
    }
  }
  expect(wrong).toEqual([])
})

test('every action is refused unless it comes from a page of this wiki', async ({ wiki }) => {
  const wrong: string[] = []
  for (const [action, target, fields] of actions) {
    const actor = await wiki.actor('admin')
    const sent = await fields(wiki.sql, actor)
    const knock = async () => {
      for (const origin of [null, 'null', 'https://evil.example', `${wiki.url}.evil.example`]) {
        const { status } = await postForm(wiki.url, action, actor, sent, origin)
        if (status !== 403) wrong.push(`${action}, ${target}, from ${origin}: ${status}`)
      }
    }
    const { changed } = await watched(wiki.sql, knock, () => true)
    if (changed.length > 0) wrong.push(`${action}, ${target}: rows changed: ${changed.join(', ')}`)
  }
  expect(wrong).toEqual([])
})
