import { expect, test } from 'vitest'
import { negotiateLocale } from './locale.ts'

test('a reader’s choice wins over what the browser asks for', () => {
  expect(negotiateLocale('a=1; lang=en', 'zh-CN,zh;q=0.9')).toBe('en')
  expect(negotiateLocale('lang=zh-CN', 'en-US')).toBe('zh-CN')
})

test('without a choice the browser’s best language is taken', () => {
  expect(negotiateLocale(undefined, 'en-GB,en;q=0.9')).toBe('en')
  expect(negotiateLocale(undefined, 'fr,zh-TW;q=0.8,en;q=0.5')).toBe('zh-CN')
  expect(negotiateLocale(undefined, 'de;q=0.9,en;q=0.5')).toBe('en')
})

test('nonsense in either header gives Chinese and never an error', () => {
  expect(negotiateLocale('lang=klingon', undefined)).toBe('zh-CN')
  expect(negotiateLocale('xlang=en', '*')).toBe('zh-CN')
  expect(negotiateLocale('', 'x_y_z;;;q=9,!!')).toBe('zh-CN')
})

test('a cookie whose name only ends in lang is not the choice', () => {
  expect(negotiateLocale('slang=en', 'zh')).toBe('zh-CN')
})
