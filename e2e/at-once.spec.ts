import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { RemoteEditor } from '../lib/testing/remote-editor.ts'
import { givenSession } from '../lib/testing/wiki-people.ts'
import { secret } from './admin.ts'
import { expect, test } from './fixtures.ts'
import type { Answered } from './given-answered.ts'
import { opened, typeBehind } from './writing.ts'

const rounds = 20

test(`in ${rounds} rounds of two who save the same sentence at once, each loser sees both texts, at the first and at the second try`, async ({
  sql,
  answered,
  given,
  elsewhere,
  baseURL,
  troubles,
}) => {
  test.slow()
  const pages = [await elsewhere(await given('editor')), await elsewhere(await given('editor'))] as const
  const third = await given('editor')
  const remote = new RemoteEditor(baseURL ?? '', {
    id: third.id,
    token: (await givenSession(sql, third.id, secret)).token,
  })
  for (let round = 1; round <= rounds; round++)
    await test.step(`round ${round}`, () => runRound(remote, sql, pages, answered()))
  remote.leave()
  // Chromium reports an answer that is no success.
  expect(troubles.splice(0)).toEqual(Array(2 * rounds).fill(expect.stringContaining('409')))
})

async function runRound(
  remote: RemoteEditor,
  sql: Sql,
  pages: readonly [Page, Page],
  { answerId, answerShortId }: Answered,
): Promise<void> {
  const words = ['甲写的话', '乙写的话'] as const
  await Promise.all(
    pages.map(async (page, at) => {
      await page.goto(`/answers/${answerShortId}/edit`)
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
  await saveBehind(remote, sql, answerId, '丙写的话')
  await loser.getByRole('radio', { name: '我的' }).check()
  await loser.keyboard.press('ControlOrMeta+s')
  await expect(loser.locator('.hunk')).toContainText('丙写的话')
  await expect(loser.locator('.hunk')).toContainText(words[loser === pages[0] ? 0 : 1])

  await loser.getByRole('radio', { name: '两者都要' }).check()
  await loser.keyboard.press('ControlOrMeta+s')
  await loser.waitForURL(/\/entries\//)
  const versions = await sql<
    { markdown: string }[]
  >`select markdown from revision where answer_id = ${answerId} order by number`
  expect(versions).toHaveLength(4)
  for (const word of ['丙写的话', words[loser === pages[0] ? 0 : 1]])
    expect(versions.at(-1)?.markdown).toContain(word)
  expect(versions.map(({ markdown }) => markdown).join()).toContain(words[winner === pages[0] ? 0 : 1])
}

/** Saves a change of the first sentence as somebody else. */
async function saveBehind(remote: RemoteEditor, sql: Sql, id: string, words: string): Promise<void> {
  const [head] = await sql<{ id: string; markdown: string }[]>`
    select revision.id, markdown from answer join revision on revision.id = head_revision_id where answer.id = ${id}`
  const [first = '', ...rest] = head!.markdown.split('\n')
  const saved = await remote.save({
    kind: 'answer',
    id,
    baseId: head!.id,
    operationId: crypto.randomUUID(),
    title: null,
    markdown: [first + words, ...rest].join('\n'),
    summary: '',
  })
  expect(saved).toMatchObject({ status: 'done', result: { outcome: 'saved' } })
}
