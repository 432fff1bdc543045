import type { APIResponse } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function expectGuarded(answer: APIResponse, { isPersonal }: { isPersonal: boolean }): void {
  const headers = answer.headers()
  expect(headers).toMatchObject(everywhere)
  expect(headers['permissions-policy']).toContain('camera=()')
  const policy = headers['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('unsafe')
  expect(headers['x-powered-by']).toBeUndefined()
  // Over http a promise of https would be a lie.
  expect(headers['strict-transport-security']).toBeUndefined()
  if (isPersonal) expect(headers['cache-control']).toContain('no-store')
}

test('every class of answer carries the headers that guard it', async ({ page, signInAs, sql }) => {
  await signInAs('admin')
  const { request } = page
  const html = await (await request.get('/sign-in')).text()
  const buildFile = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? ''
  const [note] = await sql<{ id: string }[]>`select id from note limit 1`
  const sent = {
    data: picture,
    headers: {
      Origin: new URL(page.url() === 'about:blank' ? (await request.get('/')).url() : page.url()).origin,
    },
  }
  const { src } = (await (await request.post(`/api/pictures?note=${note?.id}`, sent)).json()) as {
    src: string
  }

  for (const path of ['/', '/notes', '/nothing-here', buildFile, src])
    expectGuarded(await request.get(path), { isPersonal: false })
  for (const path of [
    '/account',
    '/admin/people',
    '/admin/nothing',
    '/join/AAAAAAAAAAAAAAAAAAAAAA',
    '/api/me',
    '/api/auth/session',
  ])
    expectGuarded(await request.get(path), { isPersonal: true })
  expectGuarded(await request.get('/sign-in', { maxRedirects: 0 }), { isPersonal: true })
  expectGuarded(await request.get('/account', { headers: { RSC: '1' } }), { isPersonal: true })
  expectGuarded(await request.get('/api/search?q=tcp'), { isPersonal: false })
  expectGuarded(await request.post('/language', { form: { lang: 'en' } }), { isPersonal: false })
})

test('a body of more than 1 MB, or of unknown length, is refused before it is read', async ({
  request,
  baseURL,
}) => {
  const headers = { Origin: baseURL ?? '' }
  const tooMuch = await request.post('/sign-in', { headers, data: 'x'.repeat(1024 * 1024 + 1) })
  expect(tooMuch.status()).toBe(413)
  const endless = await fetch(`${baseURL}/language`, {
    method: 'POST',
    headers,
    body: new Blob(['lang=en']).stream(),
    duplex: 'half',
  } as RequestInit) // Node's own fetch knows `duplex`; the types of the browser's do not
  expect(endless.status).toBe(411)
})

test('a write without an Origin, or with another’s, is refused, whatever it is for', async ({ baseURL }) => {
  for (const path of [
    '/language',
    '/sign-out',
    '/api/auth/signin/oidc',
    '/api/pictures',
    '/api/search/seen',
    '/account',
    '/',
  ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const origin of [undefined, 'null', 'https://evil.example', 'http://localhost']) {
        const headers: Record<string, string> = origin ? { Origin: origin } : {}
        const { status } = await fetch(`${baseURL}${path}`, { method, headers, redirect: 'manual' })
        expect([path, method, origin, status]).toEqual([path, method, origin, 403])
      }
})

test('no redirect leads off the site', async ({ page, signInAs, request, baseURL, troubles }) => {
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
  ]) {
    await signInAs('member')
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`)
    expect(new URL(page.url()).origin).toBe(baseURL)
    const elsewhere = await request.get(`/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`, {
      maxRedirects: 0,
    })
    const target = elsewhere.headers().location ?? '/'
    expect(new URL(target, baseURL).origin).toBe(baseURL)
  }
  const headers = { Origin: baseURL ?? '', Referer: 'https://evil.example/page' }
  const answer = await request.post('/language', { headers, form: { lang: 'en' }, maxRedirects: 0 })
  expect(answer.headers().location).toBe('/')
  // Some of these are paths here at which nothing stands.
  expect(troubles.splice(0).every((each) => each.includes('404'))).toBe(true)
})
