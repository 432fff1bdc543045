import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blameLines } from './blame.ts'

test('each line belongs to the version that last wrote it', () => {
  const versions = [
    { by: '甲', markdown: '进程是资源分配的单位。\n\n线程是调度的单位。' },
    { by: '乙', markdown: '进程是资源分配的最小单位。\n\n线程是调度的单位。' },
    { by: '丙', markdown: '进程是资源分配的最小单位。\n\n线程是调度的单位。\n\n协程由用户调度。' },
  ]
  const blamed = blameLines(versions).filter(({ text }) => text !== '')
  expect(blamed.map(({ version }) => version.by)).toEqual(['乙', '甲', '丙'])
})

test('the lines are the newest text, whatever came before', () => {
  const text = fc
    .array(fc.constantFrom('', '一', '二', '三', '四'), { maxLength: 12 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      const blamed = blameLines(texts.map((markdown) => ({ markdown })))
      expect(blamed.map((line) => line.text).join('\n')).toBe(texts.at(-1))
      for (const { text: line, version } of blamed) expect(version.markdown.split('\n')).toContain(line)
    }),
  )
})
