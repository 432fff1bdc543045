import { expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = new Date('2026-11-20T12:00:00Z')
const ago = (seconds: number) => relativeTime(new Date(now.getTime() - seconds * 1_000), now, 'en')

test('a time is told in the largest unit that fits', () => {
  expect(ago(0)).toBe('now')
  expect(ago(59)).toBe('59 seconds ago')
  expect(ago(3_599)).toBe('59 minutes ago')
  expect(ago(86_400)).toBe('yesterday')
  expect(ago(3 * 86_400)).toBe('3 days ago')
  expect(ago(400 * 86_400)).toBe('last year')
})

test('Chinese readers read it in Chinese', () => {
  expect(relativeTime(new Date('2026-11-17T12:00:00Z'), now, 'zh-CN')).toBe('3天前')
})
