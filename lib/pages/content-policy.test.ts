import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { contentPolicy } from './content-policy.ts'
import { themeScript } from './theme-script.ts'

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`
const ours = [
  themeScript,
  'self.__next_f.push([1,"a \\"quoted\\" \\u003cb\\u003e"])',
  '(self.__next_f=self.__next_f||[]).push([0])',
  '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,[{"status":"done"},"\\u003ck)"]])',
  '$RC("B:0","S:0")',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[9]});',
]
const hostile = [
  'alert(1)',
  'self.__next_f.push([1,"x"]);alert(1)',
  'self.__next_f.push([1,"x"+alert(1)])',
  'self.__next_f.push([1,"\\"]);alert(1)//"])+"")',
  '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,alert(1)])',
  '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([2,"x"]);alert([1])',
  `${themeScript};alert(1)`,
  '$RC("B:0",alert(1))',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({a:alert`1`});',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"a":1});alert(1);({});',
]

test.each(ours)('a script that the program writes is allowed by its hash: %s', (code) => {
  expect(contentPolicy(`<p>x</p><script>${code}</script>`)).toContain(hashOf(code))
})

test.each(hostile)('any other inline script gets no hash: %s', (code) => {
  expect(contentPolicy(`<script>${code}</script>`)).not.toContain('sha256')
})

test('speculation rules are allowed when they are data', () => {
  const rules = '{"prefetch":[{"where":{"href_matches":"/*"}}]}'
  expect(contentPolicy(`<script type="speculationrules">${rules}</script>`)).toContain(hashOf(rules))
  expect(contentPolicy('<script type="speculationrules">alert(1)</script>')).not.toContain('sha256')
})

test('neither inline nor foreign code is ever allowed as such', () => {
  const policy = contentPolicy('<script src="/_next/static/a.js"></script>')
  expect(policy).not.toMatch(/unsafe|https:|\*/)
  expect(policy).toContain("frame-ancestors 'none'")
})
