import { expect, test } from 'vitest'
import { pixelsOf } from './pixels-of.ts'

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const rest = '00'.repeat(12)

test.each([
  ['PNG', `89504e470d0a1a0a 0000000d 49484452 00000280 000001e0 ${rest}`],
  ['GIF', `474946383961 8002 e001 ${rest}`],
  [
    'JPEG behind other segments',
    `ffd8 ffe0 0010 4a46494600 0101 00 0001 0001 0000 ffdb 0004 aabb ffc2 000b 08 01e0 0280 ${rest}`,
  ],
  ['WebP, lossy', `52494646 00000000 57454250 56503820 00000000 000000 9d012a 8042 e001 ${rest}`],
  ['WebP, lossless', `52494646 00000000 57454250 5650384c 00000000 2f 7fc27700 ${rest}`],
  ['WebP, extended', `52494646 00000000 57454250 56503858 0a000000 00000000 7f0200 df0100 ${rest}`],
])('the size of a %s is read from its header', (_, digits) => {
  expect(pixelsOf(hex(digits))).toBe(640 * 480)
})

test('a header that breaks off says nothing', () => {
  const others = hex('7fffffff7fffffff'.repeat(99))
  for (const digits of [
    '',
    'ffd8',
    'ffd8ffe0ffff',
    '89504e470d0a1a0a00',
    '89504e470d0a1a0a0000000d49484452',
  ]) {
    const header = hex(digits)
    const amid = Buffer.concat([header, others]).subarray(0, header.length)
    expect(pixelsOf(amid)).toBeUndefined()
  }
})
