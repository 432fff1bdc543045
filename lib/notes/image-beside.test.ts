import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readImageBeside } from './image-beside.ts'
import { keepImage, maxImageBytes } from './keep-image.ts'

const root = mkdtempSync(join(tmpdir(), 'errata-images-'))
const folder = join(root, 'notes')
const notePath = join(folder, 'note.md')
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
mkdirSync(join(folder, 'img'), { recursive: true })
mkdirSync(join(folder, 'folder.png'))
writeFileSync(notePath, '# x')
writeFileSync(join(folder, '握手 1.png'), 'beside')
writeFileSync(join(folder, 'img', 'a.png'), 'below')
writeFileSync(join(root, 'secret.png'), 'outside')
symlinkSync(join(root, 'secret.png'), join(folder, 'link.png'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test.each([
  ['./握手 1.png', 'beside'],
  ['%E6%8F%A1%E6%89%8B%201.png', 'beside'],
  ['C:\\Users\\me\\Desktop\\握手 1.png', 'beside'],
  ['C:%5CUsers%5Cme%5C握手%201.png', 'beside'],
  ['file:///home/me/握手 1.png', 'beside'],
  ['img/a.png', 'below'],
  ['img\\a.png', 'below'],
  ['img/a.png?raw=true', 'below'],
])('%s is found', async (target, content) => {
  expect((await readImageBeside(notePath, target))?.toString()).toBe(content)
})

test.each([
  '../secret.png',
  '..\\secret.png',
  '%2e%2e/secret.png',
  'img/../../secret.png',
  join(root, 'secret.png'),
  'link.png',
  'folder.png',
  'absent.png',
  'https://example.org/img/a.png',
  '//example.org/a.png',
  'data:image/png;base64,AAAA',
  '',
  'a\0.png',
  '%',
])('%j is not read', async (target) => {
  expect(await readImageBeside(notePath, target)).toBeUndefined()
})

test('a picture is kept once, under its content', async () => {
  vi.stubEnv('DATA_DIR', root)
  const first = await keepImage(png)
  const second = await keepImage(Buffer.from(png))
  expect(second).toEqual(first)
  expect(first).toMatchObject({
    mediaType: 'image/png',
    size: png.length,
    url: `/assets/${first.sha256}.png`,
  })
  expect(readdirSync(join(root, 'uploads', first.sha256.slice(0, 2)))).toEqual([`${first.sha256}.png`])
})

test('what is no picture, or too large a one, is refused', async () => {
  await expect(keepImage(Buffer.from('<svg onload="x"/>'))).rejects.toMatchObject({ code: 'invalid' })
  await expect(keepImage(Buffer.alloc(maxImageBytes + 1))).rejects.toMatchObject({ code: 'too-large' })
})
