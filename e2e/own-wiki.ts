import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, test as base, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..')
const password = 'correct horse battery'
const admin = 'admin@example.com'

export type OwnWiki = {
  url: string
  dataDir: string
  /** A browser of its own in which the admin, or the editor 王芳, is signed in. */
  browserOf: (person: 'admin' | 'editor') => Promise<BrowserContext>
  /** Ends the application at once, as a power cut would. */
  kill: () => Promise<void>
  start: () => Promise<void>
}

/** A wiki that a test may write to and kill, with two people in it. */
export const test = base.extend<object, { wiki: OwnWiki }>({
  wiki: [
    async ({ browser }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'errata-e2e-'))
      const port = await freePort()
      const url = `http://127.0.0.1:${port}`
      let server: ChildProcess | undefined
      const start = async () => {
        const { DATABASE_URL: _, ...env } = process.env
        server = spawn(process.execPath, [join(root, 'bin/start.mjs')], {
          env: {
            ...env,
            DATA_DIR: dataDir,
            PORT: String(port),
            HOST: '127.0.0.1',
            ADMIN_EMAIL: admin,
            ADMIN_PASSWORD: password,
          },
          stdio: 'ignore',
        })
        await answering(`${url}/api/ready`)
      }
      const end = async (signal: NodeJS.Signals) => {
        if (!server || server.exitCode !== null || server.signalCode !== null) return
        const gone = once(server, 'exit')
        server.kill(signal)
        await gone
      }
      await start()
      const states = await signInPeople(browser, url)
      await use({
        url,
        dataDir,
        start,
        kill: () => end('SIGKILL'),
        browserOf: (person) =>
          browser.newContext({ baseURL: url, locale: 'zh-CN', storageState: states[person] }),
      })
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('There is no port.')
  return address.port
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error(`${url} does not answer.`)
}

async function signInPeople(browser: Browser, url: string) {
  const own = await browser.newContext({ baseURL: url, locale: 'zh-CN' })
  const page = await own.newPage()
  await page.goto('/sign-in')
  await signIn(page)
  await page.waitForURL('/')
  await page.goto('/admin/invitations')
  await page.getByLabel('角色').selectOption('editor')
  await page.getByRole('button', { name: '邀请' }).click()
  const link = (await page.locator('.secret output').textContent()) ?? ''

  const other = await browser.newContext({ baseURL: url, locale: 'zh-CN' })
  const joining = await other.newPage()
  await joining.goto(link)
  await joining.getByLabel('名字').fill('王芳')
  await joining.getByLabel('邮箱').fill('wang@example.com')
  await joining.getByLabel('密码').fill(password)
  await joining.getByRole('button', { name: '加入' }).click()
  await joining.waitForURL((at) => !at.pathname.startsWith('/join'))
  const states = { admin: await own.storageState(), editor: await other.storageState() }
  await Promise.all([own.close(), other.close()])
  return states
}

/** Fills in the sign-in form that a page shows, as the admin. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('邮箱').fill(admin)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}
