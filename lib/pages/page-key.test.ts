import { expect, test } from 'vitest'
import { pagePath } from './page-key.ts'

test.each([
  ['/', '/'],
  ['/entries/什么是死锁-abc?utm_source=x', '/entries/什么是死锁-abc'],
  ['/search?q=%E9%94%81&utm=1&state=answered', '/search?q=%E9%94%81&state=answered'],
  ['/search?state=answered&q=a', '/search?q=a&state=answered'],
  ['/answers/x/compare?to=3&from=1&v=2&view=page', '/answers/x/compare?from=1&to=3&view=page'],
  ['//evil.example/', null],
  [`/${'a'.repeat(5_000)}`, null],
])('the page of %s is %s', (url, path) => {
  expect(pagePath(url)).toBe(path)
})
