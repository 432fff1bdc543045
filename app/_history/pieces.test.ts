import { isValidElement, type ReactNode } from 'react'
import { expect, test } from 'vitest'
import { Pieces } from './pieces.tsx'

/** What a tree of elements shows and says. */
function wordsOf(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('')
  if (isValidElement<{ children?: ReactNode }>(node)) return wordsOf(node.props.children)
  return typeof node === 'string' ? node : ''
}

const shown = (op: 'added' | 'removed', text: string) =>
  wordsOf(Pieces({ pieces: [{ op, text }], lineEnd: '换行' }))

test.each(['added', 'removed'] as const)(
  'the end of a line that alone was %s has a sign and a word',
  (op) => {
    expect(shown(op, '  \n')).toBe('  ↵换行\n')
    expect(shown(op, '\r\n\r\n')).toBe('↵换行\r\n↵换行\r\n')
  },
)

test('one that stands with words needs no sign', () => {
  expect(shown('added', '第二句。\n')).toBe('第二句。\n')
})
