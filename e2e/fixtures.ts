import { randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { type Settings, startWiki, type Wiki } from '../lib/testing/wiki.ts'
import { type Account, givenPerson, givenSession, openWikiDatabase } from '../lib/testing/wiki-people.ts'
import { secret } from './admin.ts'
import { type Answered, givenAnswered } from './given-answered.ts'

/** Milliseconds that each script comes later: what a test forgets to wait for shows. */
const scriptsLate = Number(process.env.ERRATA_E2E_SCRIPTS_LATE ?? 0)

type WorkerFixtures = {
  /** The shared wiki's database. */
  sql: Sql
  /** Hands out a question with an answer of three paragraphs that nobody else reads or writes. */
  answered(): Answered
}

type Fixtures = {
  /** What the pages complained about; empty at the end, or the test fails. */
  troubles: string[]
  /** A new person of the shared wiki. */
  given(role: Account['role'], name?: string): Promise<Account>
  /** Signs the test's browser in as a new person with that role. */
  signInAs(role: Account['role'], name?: string): Promise<Account>
  /** Another browser, of somebody new or of the same person elsewhere; watched like the first. */
  elsewhere(account?: Account): Promise<Page>
  /** A wiki of one's own that nobody has used, started with these settings. */
  virgin(settings?: Settings): Promise<Wiki>
}

const dataDir = () => process.env.ERRATA_E2E_DATA ?? ''

/** As Playwright's, and every test also fails on an error or a broken content policy that its pages report. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sql: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it wants from the pattern.
    async ({}, use) => {
      const sql = openWikiDatabase(dataDir())
      await use(sql)
      await sql.end()
    },
    { scope: 'worker' },
  ],
  answered: [async ({ sql }, use) => use(await givenAnswered(sql)), { scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': someAddress() }),
  troubles: [
    async ({ context }, use) => {
      const troubles: string[] = []
      await watch(context, troubles)
      await use(troubles)
      expect(troubles, 'errors that the pages reported').toEqual([])
    },
    { auto: true },
  ],
  given: async ({ sql }, use) => use((role, name) => givenPerson(sql, role, name)),
  signInAs: async ({ sql, context, baseURL }, use) =>
    use(async (role, name) => {
      const account = await givenPerson(sql, role, name)
      await signIn(context, sql, account, baseURL)
      return account
    }),
  elsewhere: async ({ browser, sql, baseURL, troubles, locale, viewport }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (account) => {
      const extraHTTPHeaders = { 'X-Forwarded-For': someAddress() }
      const context = await browser.newContext({ baseURL, locale, viewport, extraHTTPHeaders })
      contexts.push(context)
      await watch(context, troubles)
      if (account) await signIn(context, sql, account, baseURL)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
  virgin: async ({ page }, use) => {
    const wikis: Wiki[] = []
    await use(async (settings) => {
      const wiki = await startWiki(settings)
      wikis.push(wiki)
      return wiki
    })
    // No page asks a wiki that is gone.
    await page.goto('about:blank')
    for (const wiki of wikis) await wiki.stop()
  },
})

/** Signs a browser in as that person of the shared wiki, or of the one with that address and secret. */
export async function signIn(
  context: BrowserContext,
  sql: Sql,
  account: Account,
  url = '',
  by = secret,
): Promise<void> {
  const { token } = await givenSession(sql, account.id, by)
  await context.addCookies([
    { name: 'errata-session', value: token, url, httpOnly: true, sameSite: 'Lax' },
    { name: 'signed-in', value: '1', url, sameSite: 'Lax' },
  ])
}

async function watch(context: BrowserContext, troubles: string[]): Promise<void> {
  if (scriptsLate)
    await context.route(/\.js(\?|$)|\/api\/me/, async (route) => {
      await setTimeout(scriptsLate)
      await route.continue().catch(() => undefined)
    })
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  context.on('weberror', (trouble) => troubles.push(trouble.error().message))
}

/** One of the addresses for documentation and tests (RFC 2544). */
const someAddress = () => `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(256)}`

export { expect }
