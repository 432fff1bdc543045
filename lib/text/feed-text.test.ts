import { expect, test } from 'vitest'
import { feedHtml, feedText } from './feed-text.ts'

test('what XML cannot hold is left out, everything else stays', () => {
  expect(feedText('a\u0000\u0001\u000b\u001b\ufffe\uffffb\ud800c\t\r\n死锁😀')).toBe('ab\ufffdc\t\r\n死锁😀')
})

test('markup in a title is read as what was written', () => {
  expect(feedHtml('<UP,BROADCAST> & ]]><script>alert(1)</script>\u0007')).toBe(
    '&lt;UP,BROADCAST&gt; &amp; ]]&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
  )
})
