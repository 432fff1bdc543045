import { Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import { openText } from './open-text.ts'
import { saveTouched } from './save-touched.ts'
import { documentSchema } from './schema.ts'

test('a footnote taken away while its mark stays changes no other line, and says that this is not exact', () => {
  const source = '* one[^1]\n* two\n\n\n[^1]: The note.\n\nLast\n===\n'
  const text = openText(source, documentSchema)
  const transform = new Transform(text.doc)
  const note = text.doc.child(0).nodeSize

  transform.delete(note, note + text.doc.child(1).nodeSize)
  const saved = saveTouched(text, transform.doc)

  expect(saved).toEqual({ markdown: '* one[^1]\n* two\n\n\nLast\n===\n', method: 'mapped', exact: false })
})

test('without time for diffs the whole text is written, and nothing is lost', () => {
  const text = openText('* one\n* two\n', documentSchema)
  const transform = new Transform(text.doc)
  transform.insert(6, documentSchema.text(' more'))

  const saved = saveTouched(text, transform.doc, 0)

  expect(saved).toEqual({ markdown: '* one more\n* two\n', method: 'whole', exact: true })
})

test('a change beside what has two spellings costs that spelling and nothing else', () => {
  const source = '* 甲\n续 [乙][r] 丙\n\t* 丁\n\n\n[r]: http://r.io  "题"\n'
  const text = openText(source, documentSchema)
  const transform = new Transform(text.doc)
  const link = documentSchema.marks.link!.create({ href: 'http://s.io' })
  text.doc.descendants((node, at) => {
    if (node.text === '乙') transform.addMark(at, at + 1, link)
  })

  const saved = saveTouched(text, transform.doc)

  expect(saved).toEqual({
    markdown: source.replace('[乙][r]', '[乙](http://s.io)'),
    method: 'block',
    exact: true,
  })
})

test('a paragraph after code that nothing closes closes it', () => {
  const source = '* a\n\n\n~~~\nx\n~~~\n\n```\ny\n'
  const text = openText(source, documentSchema)
  const transform = new Transform(text.doc)
  const { paragraph } = documentSchema.nodes
  transform.insert(text.doc.content.size, paragraph!.create(null, documentSchema.text('z')))

  const saved = saveTouched(text, transform.doc)

  expect(saved).toEqual({ markdown: `${source}\`\`\`\n\nz\n`, method: 'block', exact: true })
})
