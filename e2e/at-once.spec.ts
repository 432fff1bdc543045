import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { openWikiDatabase } from '../lib/testing/wiki-people.ts'
import { type OwnWiki, test } from './own-wiki.ts'
import { opened, pageOf, typeBehind } from './writing.ts'

const rounds = 20

test.describe.configure({ mode: 'default', timeout: 600_000 })

test(`in ${rounds} rounds of two who save the same sentence at once, each loser sees both texts, at the first and at the second try`, async ({
  wiki,
}) => {
  const sql = openWikiDatabase(wiki.dataDir)
  const pages = [await pageOf(wiki, 'admin'), await pageOf(wiki, 'editor')] as const
  const texts = await sql<{ id: string; shortId: string }[]>`
    select answer.id, answer.short_id as "shortId" from answer join revision on revision.id = head_revision_id
    where markdown ~ '^[^\n#>|\`-]{20,}' and octet_length(markdown) < 2000 order by answer.id limit ${rounds}`
  expect(texts).toHaveLength(rounds)
  for (const [round, text] of texts.entries())
    await test.step(`round ${round + 1}`, () => runRound(wiki, sql, pages, text))
  await sql.end()
})

async function runRound(
  wiki: OwnWiki,
  sql: Sql,
  pages: readonly [Page, Page],
  { id, shortId }: { id: string; shortId: string },
): Promise<void> {
  const words = ['甲写的话', '乙写的话'] as const
  await Promise.all(
    pages.map(async (page, at) => {
      await page.goto(`/answers/${shortId}/edit`)
      await opened(page)
      await typeBehind(page, 0, words[at] ?? '')
    }),
  )

  // The first try: one of the two is first.
  await Promise.all(pages.map((page) => page.keyboard.press('ControlOrMeta+s')))
  const loser = await Promise.race(
    pages.map((page) =>
      page
        .locator('.conflict')
        .waitFor()
        .then(() => page),
    ),
  )
  const winner = loser === pages[0] ? pages[1] : pages[0]
  await winner.waitForURL(/\/entries\//)
  await expect(loser.locator('.hunk')).toContainText(words[0])
  await expect(loser.locator('.hunk')).toContainText(words[1])

  // The second try: somebody is faster once more.
  await saveBehind(wiki, sql, winner, id, '丙写的话')
  await loser.getByRole('radio', { name: '我的' }).check()
  await loser.keyboard.press('ControlOrMeta+s')
  await expect(loser.locator('.hunk')).toContainText('丙写的话')
  await expect(loser.locator('.hunk')).toContainText(words[loser === pages[0] ? 0 : 1])

  await loser.getByRole('radio', { name: '两者都要' }).check()
  await loser.keyboard.press('ControlOrMeta+s')
  await loser.waitForURL(/\/entries\//)
  const versions = await sql<
    { markdown: string }[]
  >`select markdown from revision where answer_id = ${id} order by number`
  expect(versions).toHaveLength(4)
  for (const word of ['丙写的话', words[loser === pages[0] ? 0 : 1]])
    expect(versions.at(-1)?.markdown).toContain(word)
  expect(versions.map(({ markdown }) => markdown).join()).toContain(words[winner === pages[0] ? 0 : 1])
}

/** Saves a change of the first sentence as whoever is signed in on that page. */
async function saveBehind(
  { url }: OwnWiki,
  sql: Sql,
  page: Page,
  answerId: string,
  words: string,
): Promise<void> {
  const [head] = await sql<{ id: string; markdown: string }[]>`
    select revision.id, markdown from answer join revision on revision.id = head_revision_id where answer.id = ${answerId}`
  const [first = '', ...rest] = head!.markdown.split('\n')
  const save = {
    kind: 'answer',
    id: answerId,
    baseId: head!.id,
    operationId: randomUUID(),
    title: null,
    markdown: [first + words, ...rest].join('\n'),
    summary: '',
  }
  const answer = await page.request.post('/api/texts', { headers: { Origin: url }, data: save })
  expect(await answer.text()).toContain('"outcome":"saved"')
}
