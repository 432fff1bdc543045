import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { RenderPool } from './pool.ts'

// A worker that does to its thread what the text says.
const misbehaving = `
import { parentPort } from 'node:worker_threads'
export default async ({ number, markdown }) => {
  if (markdown === 'never begins') throw new Error('broken')
  parentPort.postMessage({ started: number })
  if (markdown === 'loops') for (;;);
  if (markdown === 'hangs') await new Promise(() => setInterval(() => {}, 1000))
  if (markdown === 'dies') process.exit(1)
  return { html: markdown, toc: [], links: [], substance: 'full', rendererVersion: 0 }
}`

const folder = mkdtempSync(join(tmpdir(), 'errata-pool-'))
const file = join(folder, 'worker.mjs')
writeFileSync(file, misbehaving)
const pool = new RenderPool({ file, threads: 2, msPerText: 300, longestText: 100 })

afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['loops', 'timeout'],
  ['hangs', 'timeout'],
  ['dies', 'too-complex'],
  ['a text longer than may be <b> '.repeat(10), 'too-complex'],
] as const)('a text that %s is shown as written, and the next is rendered', async (markdown, fallback) => {
  // when
  const [bad, good] = await Promise.all([pool.render(markdown), pool.render('good')])

  // then
  expect(bad).toMatchObject({ fallback, toc: [], links: [], substance: 'full' })
  expect(bad.html).toContain(`data-reason="${fallback}"`)
  expect(bad.html).not.toContain('<b>')
  expect(good.html).toBe('good')
  expect((await pool.render('again')).html).toBe('again')
})

test('while texts hold up every worker, this thread goes on, and those that wait lose none of their time', async () => {
  // when
  let turns = 0
  const counting = setInterval(() => turns++, 1)
  const all = await Promise.all(['loops', 'loops', 'loops', 'loops', 'good'].map((text) => pool.render(text)))
  clearInterval(counting)

  // then
  expect(all.map(({ fallback }) => fallback)).toEqual(['timeout', 'timeout', 'timeout', 'timeout', undefined])
  expect(turns).toBeGreaterThan(50)
})

test('a worker that cannot begin is our fault and is said so', async () => {
  await expect(pool.render('never begins')).rejects.toThrow('broken')
  const absent = new RenderPool({
    file: join(folder, 'absent.mjs'),
    threads: 1,
    msPerText: 300,
    longestText: 100,
  })
  await expect(absent.render('a')).rejects.toThrow()
  await absent.close()
})
