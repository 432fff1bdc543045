import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { Refusal } from '#lib/refusal'
import { decodeNote, encodeNote, maxNoteBytes } from './decode.ts'
import { joinLines, splitLines, usualEnding } from './lines.ts'

const chinese = '## 网络\r\n\r\n### 什么是三次握手？\r\n\r\n确认双方的收发能力，然后建立连接。\r\n'
const english = '# Café notes\n\nWhat is naïve?\n'

test.each([
  ['utf-8', chinese, false],
  ['utf-8', chinese, true],
  ['utf-16le', chinese, true],
  ['utf-16be', chinese, true],
  ['utf-16le', chinese, false],
  ['utf-16be', chinese, false],
  ['gb18030', chinese, false],
])('%s text comes back as it was (%#)', (encoding, text, bom) => {
  const bytes = encodeNote({ text, encoding, bom })
  const decoded = decodeNote('a.md', bytes)
  expect(decoded).toEqual({ text, encoding, bom })
  expect(encodeNote(decoded)).toEqual(bytes)
})

test.each(['windows-1252', 'big5', 'shift_jis'])(
  '%s is told from the Chinese of GB 18030 and given back byte for byte',
  (encoding) => {
    const samples: Record<string, string> = {
      'windows-1252': english,
      big5: '# 網路\n\n什麼是三次握手？\n\n確認雙方的收發能力，然後建立連線。這是一段比較長的文字，讓偵測更準確。\n',
      shift_jis: '# ネットワーク\n\nスリーウェイハンドシェイクとは何ですか？\n\n接続を確立する手順です。\n',
    }
    const bytes = iconv.encode(samples[encoding] ?? '', encoding)
    const decoded = decodeNote('a.md', bytes)
    expect(encodeNote(decoded)).toEqual(bytes)
    expect(decoded.text).toBe(samples[encoding])
  },
)

test('any UTF-8 text comes back byte for byte', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() !== '' && !/[\p{Cc}\uFEFF]/u.test(text))
      const bytes = Buffer.from(text)
      expect(encodeNote(decodeNote('a.md', bytes))).toEqual(bytes)
    }),
  )
})

const refused = (bytes: Buffer): Refusal => {
  try {
    decodeNote('bad.md', bytes)
  } catch (error) {
    return error as Refusal // nothing else is thrown on purpose
  }
  throw new Error('It was not refused.')
}

test.each([
  ['empty', Buffer.alloc(0), 'invalid'],
  ['blank', Buffer.from(' \n\t\n'), 'invalid'],
  ['only a mark', Buffer.from([0xef, 0xbb, 0xbf]), 'invalid'],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex'),
    'unreadable',
  ],
  [
    'a program',
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 62]),
    'unreadable',
  ],
  ['too large', Buffer.alloc(maxNoteBytes + 1, 'a'), 'too-large'],
])('a file that is %s is refused by name', (_, bytes, code) => {
  expect(refused(bytes)).toMatchObject({ code, message: expect.stringContaining('bad.md') })
})

test('UTF-8 with a broken byte is still UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from(chinese.repeat(3)), Buffer.from([0xe4, 0xb8])])
  const decoded = decodeNote('a.md', bytes)
  expect(decoded).toMatchObject({ encoding: 'utf-8', bom: false })
  expect(decoded.text).toBe(`${chinese.repeat(3)}\uFFFD`)
})

test('a text with a zero byte is no UTF-16', () => {
  expect(refused(Buffer.from(`${chinese}a\0b`))).toMatchObject({ code: 'unreadable' })
})

test('a letter that the encoding of a file lacks is refused when it is written', () => {
  expect(() => encodeNote({ text: '网络', encoding: 'windows-1252', bom: false })).toThrow(/cannot write/)
})

test('lines keep what ended them', () => {
  const text = 'a\r\nb\rc\n\n\r\nd'
  expect(joinLines(splitLines(text))).toBe(text)
  expect(splitLines(text).map((line) => line.text)).toEqual(['a', 'b', 'c', '', '', 'd'])
  expect(usualEnding(splitLines('a\r\nb\r\nc\n'))).toBe('\r\n')
  fc.assert(fc.property(fc.string(), (any) => joinLines(splitLines(any)) === any))
})
