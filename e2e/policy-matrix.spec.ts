import { test as base, expect } from '@playwright/test'
import type { Sql } from 'postgres'
import { inventory } from '../app/inventory.ts'
import { startWiki } from '../lib/testing/wiki.ts'
import { openWikiDatabase, secretOf } from '../lib/testing/wiki-people.ts'
import { type Actor, type ActorName, actorNames, givenActor, stateOf } from './policy/actors.ts'
import { callAction, get, type Outcome, post, postForm } from './policy/call.ts'
import { actions, posts, reads } from './policy/expected.ts'

type Given = { url: string; sql: Sql; actor(name: ActorName): Promise<Actor>; places: Record<string, string> }

const test = base.extend<object, { wiki: Given }>({
  wiki: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it wants from the pattern.
    async ({}, use) => {
      const admin = { ADMIN_EMAIL: 'first@example.com', ADMIN_PASSWORD: 'an admin from the environment' }
      const { url, dataDir, stop } = await startWiki({
        ...admin,
        TRUST_PROXY: 'true',
        ERRATA_SEED: 'shipped',
      })
      const sql = openWikiDatabase(dataDir)
      const secret = secretOf(dataDir)
      await use({ url, sql, actor: (name) => givenActor(sql, secret, name), places: await findPlaces(url) })
      await sql.end()
      await stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

// One wiki, one call at a time: what changes between two looks was done by that call.
test.describe.configure({ mode: 'default' })

async function findPlaces(url: string): Promise<Record<string, string>> {
  const first = async (path: string, href: RegExp) =>
    href.exec(await (await fetch(url + path)).text())?.[1] ?? ''
  return {
    '{note}': await first('/notes', /href="(\/notes\/[^"#?]+)"/),
    '{tag}': await first('/tags', /href="(\/tags\/[^"#?]+)"/),
    '{entry}': await first('/unanswered', /href="(\/entries\/[^"#?]+)"/),
  }
}

const column = { guest: 0, member: 1, editor: 2, admin: 3, suspended: 0, ended: 0 } as const

/** Runs one way in as every actor, and holds answers and what became of the rows against the table. */
async function tryAll(
  { sql, actor }: Given,
  expected: readonly Outcome[],
  knock: (actor: Actor) => Promise<Outcome>,
  prepare: (actor: Actor) => Promise<void> = async () => {},
): Promise<void> {
  const seen: Record<string, Outcome> = {}
  const wanted: Record<string, Outcome> = {}
  for (const name of actorNames) {
    const who = await actor(name)
    await prepare(who)
    const before = await stateOf(sql)
    const outcome = await knock(who)
    const isChanged = (await stateOf(sql)) !== before
    seen[name] = isChanged && outcome !== 'ok' ? `${outcome}, but rows changed` : outcome
    wanted[name] = expected[column[name]] ?? ''
  }
  expect(seen).toEqual(wanted)
}

test('the table has a row for every way in, and for nothing else', () => {
  const rows = [
    ...Object.keys(reads),
    ...Object.keys(posts),
    ...actions.map(([action]) => `action ${action}`),
  ]
  expect([...new Set(rows)].toSorted()).toEqual(Object.keys(inventory).toSorted())
})

for (const [way, [path, expected]] of Object.entries(reads)) {
  test(way, async ({ wiki }) => {
    const address = path.replace(/^\{\w+\}/, (place) => wiki.places[place] ?? place)
    await tryAll(wiki, expected, (actor) => get(wiki.url, address, actor))
  })
}

for (const [way, [path, fields, expected]] of Object.entries(posts)) {
  test(way, async ({ wiki }) => {
    // Signing out changes one's own session and is no refusal; the others change nothing.
    const calm = (outcome: Outcome) => (way === 'POST /sign-out' && outcome === 'to /' ? 'ok' : outcome)
    await tryAll(wiki, expected.map(calm), async (actor) => calm(await post(wiki.url, path, actor, fields)))
  })
}

for (const [action, target, fields, expected] of actions) {
  test(`action ${action}, ${target}`, async ({ wiki }) => {
    const given = new Map<Actor, Record<string, string>>()
    const prepare = async (actor: Actor) => {
      given.set(actor, await fields(wiki.sql, actor))
    }
    await tryAll(
      wiki,
      expected,
      (actor) => callAction(wiki.url, action, actor, given.get(actor) ?? {}),
      prepare,
    )
  })

  test(`action ${action}, ${target}, without scripts: a refusal changes nothing`, async ({ wiki }) => {
    for (const name of actorNames) {
      const wanted = expected[column[name]] ?? ''
      if (wanted === 'ok') continue
      const actor = await wiki.actor(name)
      const sent = await fields(wiki.sql, actor)
      const before = await stateOf(wiki.sql)
      const answer = await postForm(wiki.url, action, actor, sent)
      expect(await stateOf(wiki.sql)).toBe(before)
      expect(answer.status).toBeLessThan(500)
      if (wanted === 'sign-in') expect(answer.headers.get('location')).toMatch(/^\/sign-in\?next=/)
    }
  })

  test(`action ${action}, ${target}: refused unless it comes from a page of this wiki`, async ({ wiki }) => {
    const actor = await wiki.actor('admin')
    const sent = await fields(wiki.sql, actor)
    const before = await stateOf(wiki.sql)
    for (const origin of [null, 'null', 'https://evil.example', `${wiki.url}.evil.example`]) {
      const answer = await postForm(wiki.url, action, actor, sent, origin)
      expect([origin, answer.status]).toEqual([origin, 403])
    }
    expect(await stateOf(wiki.sql)).toBe(before)
  })
}
