import { admin } from './admin.ts'
import { expect, test } from './fixtures.ts'
import { importNotes, smallNote } from './importing.ts'
import { fillInSignIn } from './sign-in.ts'

const wordOfTheWiki = /死锁|三次握手|操作系统|TCP|python/i

test('a wiki that is not public shows guests nothing of what it holds', async ({
  page,
  virgin,
  troubles,
}) => {
  // given
  const { url, dataDir } = await virgin({
    PUBLIC_READ: 'false',
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
  })
  await importNotes([{ name: '操作系统', text: smallNote }], dataDir)
  await page.goto(url)
  await expect(page).toHaveURL(/\/sign-in\?next=%2F$/)
  await fillInSignIn(page, admin.email, admin.password)
  const question = await page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: wordOfTheWiki })
    .first()
    .getAttribute('href')
  await page.goto(`${url}/unanswered`)
  const entry =
    (await page
      .getByRole('main')
      .locator('a[href^="/entries/"]:not([data-needs])')
      .first()
      .getAttribute('href')) ?? ''
  expect(question).toBeTruthy()
  // when a guest asks in every way, now that pages may be kept
  const ways: [path: string, headers?: Record<string, string>][] = [
    ['/'],
    [entry],
    [`${entry}.md`],
    [`${entry}/history`],
    [`${entry}/edit`],
    ['/nothing-here'],
    ['/missing'],
    ['/sign-in/nothing'],
    ['/join/AAAAAAAAAAAAAAAAAAAAAA'],
    ['/first-admin/AAAAAAAAAAAAAAAAAAAAAA'],
    ['/api/search?q=tcp'],
    ['/api/me'],
    ['/sign-in'],
    ['/reset'],
    ['/', { RSC: '1' }],
    [entry, { RSC: '1' }],
    ['/sign-in', { RSC: '1' }],
    ['/account', { RSC: '1' }],
    ['/admin/people', { RSC: '1' }],
    ['/admin/people'],
    ['/searches'],
    [entry, { Cookie: 'errata-session=made.up.token; signed-in=1' }],
    [`/sign-in/../${entry.slice(1)}`],
    [`/account?next=${entry}`],
    [`/%2e%2e${entry}`],
    [`//${entry.slice(1)}`],
  ]
  for (const [path, headers] of ways) {
    const answer = await fetch(url + path, { headers, redirect: 'manual' })
    // Their own address may be named, where to come back to.
    const said = (await answer.text()).replaceAll(entry, '').replaceAll(encodeURIComponent(entry), '')
    expect([path, headers, wordOfTheWiki.exec(said)?.[0]]).toEqual([path, headers, undefined])
  }
  expect((await fetch(`${url}/assets/${'a'.repeat(64)}.png`)).status).toBe(401)
  troubles.length = 0
  // then whoever signed in reads
  await page.goto(url + entry)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
