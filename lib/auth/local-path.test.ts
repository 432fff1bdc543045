import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  [
    '/entries/什么是死锁-abc?x=1#答案',
    '/entries/%E4%BB%80%E4%B9%88%E6%98%AF%E6%AD%BB%E9%94%81-abc?x=1#%E7%AD%94%E6%A1%88',
  ],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/notes/..//evil.example', '/'],
  ['/%2e/\\evil.example', '/'],
  ['/%09/evil.example', '/%09/evil.example'],
  ['/@evil.example', '/@evil.example'],
  ['https://wiki.example@evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
])('after signing in, %s leads to %s', (wanted, path) => {
  expect(localPath(wanted)).toBe(path)
})
