import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { main as exportNotes } from './export.ts'
import { main as importNotes } from './import.ts'

testDatabase()
const root = mkdtempSync(join(tmpdir(), 'errata-cli-'))
const at = (name: string) => join(root, name)
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
mkdirSync(at('notes/more'), { recursive: true })
writeFileSync(
  at('notes/tcp.md'),
  '# 网络\r\n\r\n## 什么是 TCP？(2)\r\n\r\n可靠。\r\n\r\n![a](a.png) ![b](b.png)\r\n',
)
writeFileSync(at('notes/more/tcp.md'), '## What is UDP?\n\nDatagrams.\n')
writeFileSync(at('notes/a.png'), png)
writeFileSync(at('empty.md'), '')
writeFileSync(at('picture.md'), Buffer.concat([png, Buffer.alloc(40)]))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let out: string[] = []
let err: string[] = []
beforeEach(() => {
  out = []
  err = []
  vi.stubEnv('DATA_DIR', at('data'))
  vi.spyOn(console, 'log').mockImplementation((line) => out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line) => err.push(line))
})
afterEach(() => vi.restoreAllMocks())

test('--json prints one object a file, and a dry run writes nothing', async () => {
  expect(await importNotes([at('notes/tcp.md'), '--dry-run', '--json'])).toBe(0)
  expect(out.map((line) => JSON.parse(line))).toEqual([
    {
      file: at('notes/tcp.md'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      entries: [
        {
          line: 3,
          endLine: 7,
          title: '什么是 TCP？',
          rawHeading: '什么是 TCP？(2)',
          section: [],
          kind: 'h2',
          state: 'answered',
          encounter: { times: 2, askedOn: null, precision: 'unknown' },
        },
      ],
      sections: [],
      images: [
        { line: 7, target: 'a.png', found: true },
        { line: 7, target: 'b.png', found: false },
      ],
    },
  ])
  await exportNotes([at('nothing')])
  expect(readdirSync(at('nothing'))).toEqual([])
})

test('bad files are named, the others imported, and the exit code says so', async () => {
  expect(await importNotes([at('empty.md'), at('notes'), at('picture.md'), at('absent.md')])).toBe(1)
  const said = err.join('\n')
  for (const name of ['empty.md', 'picture.md', 'absent.md']) expect(said).toMatch(new RegExp(`${name}: `))
  expect(said).toContain('2 files imported: 2 questions new')
  expect(said).toContain('3 files not imported')
})

test('what was imported is exported under its name, twice the same name apart, byte for byte', async () => {
  expect(await exportNotes([at('out')])).toBe(0)
  expect(readdirSync(at('out')).sort()).toEqual(['tcp-2.md', 'tcp.md'])
  const written = ['tcp.md', 'tcp-2.md'].map((name) => readFileSync(at(`out/${name}`), 'utf8')).sort()
  const sources = ['notes/tcp.md', 'notes/more/tcp.md'].map((name) => readFileSync(at(name), 'utf8')).sort()
  expect(written).toEqual(sources)
})

test.each([
  [importNotes, ['--bogus', 'a.md'], 2],
  [importNotes, [], 2],
  [importNotes, ['-h'], 0],
  [exportNotes, [], 2],
  [exportNotes, ['a', 'b'], 2],
  [exportNotes, ['--bogus'], 2],
  [exportNotes, ['--help'], 0],
])('wrong commands end with 2 and help with 0 (%#)', async (main, argv, code) => {
  expect(await main(argv)).toBe(code)
  expect([...out, ...err].join('\n')).toContain('Usage: npm run')
})
