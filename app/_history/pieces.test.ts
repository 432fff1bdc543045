import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Pieces } from './pieces.tsx'

const shown = (op: 'added' | 'removed', text: string) =>
  renderToStaticMarkup(createElement(Pieces, { pieces: [{ op, text }], lineEnd: '换行' }))

test.each(['added', 'removed'] as const)(
  'the end of a line that alone was %s has a sign and a word',
  (op) => {
    expect(shown(op, '  \n')).toContain('↵</span><span class="sr-only">换行</span>\n')
    expect(shown(op, '\r\n\r\n').match(/↵/g)).toHaveLength(2)
  },
)

test('one that stands with words needs no sign', () => {
  expect(shown('added', '第二句。\n')).toBe('<ins>第二句。\n</ins>')
})
