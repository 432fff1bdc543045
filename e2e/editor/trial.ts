import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { build } from 'esbuild'
import { afterCursor, afterPageTimers } from '../page-timers.ts'

const root = join(import.meta.dirname, '../..')
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'"
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The editor alone on a page of its own, under the policy of the real pages: no wiki, no database. */
export const test = base.extend<{ trial: Page }, { trialUrl: string }>({
  trialUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it wants from the pattern.
    async ({}, use) => {
      const server = await serve()
      // A listening TCP server has an address of this shape.
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
      server.close()
    },
    { scope: 'worker' },
  ],
  trial: async ({ page, trialUrl }, use) => {
    await page.goto(trialUrl)
    await page.waitForFunction(() => 'trial' in window)
    await use(page)
  },
})

export { expect } from '@playwright/test'

/** Opens a text in the editor and waits until it is there. */
export async function open(page: Page, markdown: string): Promise<void> {
  await page.evaluate((text) => {
    window.trial.saved.length = 0
    window.trial.changed.length = 0
    document.querySelector('.editor-text')?.setAttribute('data-before', '')
    window.trial.open(text)
  }, markdown)
  await page.locator('.editor-text:not([data-before])').focus()
  // ProseMirror takes the focus 20 ms later, and sets the cursor then.
  await afterPageTimers(page, 20)
  await afterCursor(page)
}

/** Presses a key that moves the cursor, and waits until the editor knows. */
export async function move(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await afterCursor(page)
  }
}

/** What `Ctrl+S` saves. */
export async function save(page: Page): Promise<{ markdown: string; method: string }> {
  // What closes gives the focus back with the next frame.
  await page.waitForFunction(() => document.activeElement?.closest('.editor'))
  await page.keyboard.press('ControlOrMeta+s')
  return page.evaluate(() => {
    const saved = window.trial.saved.at(-1)
    if (!saved) throw new Error('Nothing was saved.')
    return saved
  })
}

async function serve(): Promise<Server> {
  const files = await bundle()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    response.setHeader('Content-Security-Policy', policy)
    const file = files.get(path)
    if (path.startsWith('/uploads/')) response.setHeader('Content-Type', 'image/png').end(picture)
    else if (path === '/') response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html)
    else if (!file) response.writeHead(404).end()
    else response.setHeader('Content-Type', path.endsWith('.css') ? 'text/css' : 'text/javascript').end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Editor</title><link rel="stylesheet" href="/page.css"><main></main><script type="module" src="/page.js"></script></html>`

async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import './app/tokens.css'\nimport './app/controls.css'\nimport './app/prose.css'\nimport './e2e/editor/page.css'\nimport './e2e/editor/page.tsx'`,
      resolveDir: root,
      sourcefile: 'page.ts',
    },
    entryNames: 'page',
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    write: false,
    outdir: '/',
    jsx: 'automatic',
    target: 'chrome120',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, contents }) => [path, contents]))
}
