import type { Node } from '@tiptap/pm/model'
import { canJoin, canSplit, Transform } from '@tiptap/pm/transform'
import { expect, test } from 'vitest'
import { realEntryTexts } from '#lib/testing/entry-texts'
import { normalise } from './normalise.ts'
import { openText } from './open-text.ts'
import { saveTouched } from './save-touched.ts'
import { documentSchema as schema } from './schema.ts'
import { readMarkdown } from './to-document.ts'

const entries = realEntryTexts()
const { paragraph, listItem, tableRow, tableCell, heading } = schema.nodes

type Act = (transform: Transform, at: number, node: Node) => boolean

const paragraphOf = (text: string) => paragraph!.create(null, schema.text(text))

/** What people do to the shape of a text: where it can be done, it is done and true comes back. */
const acts: Record<string, Act> = {
  'add a block after': (transform, at, node) => {
    if (transform.doc.resolve(at).depth > 0) return false
    return did(transform.insert(at + node.nodeSize, paragraphOf('新的一段 with words')))
  },
  'remove a block': (transform, at, node) => {
    if (transform.doc.resolve(at).depth > 0 || transform.doc.childCount < 2) return false
    return did(transform.delete(at, at + node.nodeSize))
  },
  'add an item after': (transform, at, node) => {
    if (node.type !== listItem) return false
    return did(transform.insert(at + node.nodeSize, listItem!.create(null, paragraphOf('新的一项'))))
  },
  'remove an item': (transform, at, node) => {
    if (node.type !== listItem || transform.doc.resolve(at).parent.childCount < 2) return false
    return did(transform.delete(at, at + node.nodeSize))
  },
  'make a word bold': (transform, at, node) => {
    const start = at + 1 + (node.content.size >> 1)
    if (!node.isTextblock || node.type.name === 'codeBlock' || node.content.size < 8) return false
    const piece = transform.doc.textBetween(start, start + 3)
    if (piece.trim() !== piece || piece.length < 3) return false
    const { bold } = schema.marks
    if (transform.doc.rangeHasMark(start, start + 3, bold!)) return false
    return did(transform.addMark(start, start + 3, bold!.create()))
  },
  'take bold away': (transform, at, node) => {
    const { bold } = schema.marks
    if (!node.isText || !bold!.isInSet(node.marks)) return false
    return did(transform.removeMark(at, at + node.nodeSize, bold!))
  },
  'split a paragraph': (transform, at, node) => {
    const middle = at + 1 + (node.content.size >> 1)
    if (node.type !== paragraph || node.content.size < 6 || !canSplit(transform.doc, middle)) return false
    if (transform.doc.resolve(at).parent.type.spec.tableRole) return false
    return did(transform.split(middle))
  },
  'split an item': (transform, at, node) => {
    const middle = at + 1 + (node.content.size >> 1)
    if (node.type !== paragraph || node.content.size < 6) return false
    if (transform.doc.resolve(at).parent.type !== listItem || !canSplit(transform.doc, middle, 2))
      return false
    return did(transform.split(middle, 2))
  },
  'join two paragraphs': (transform, at, node) => {
    const next = transform.doc.nodeAt(at + node.nodeSize)
    if (node.type !== paragraph || next?.type !== paragraph) return false
    if (!canJoin(transform.doc, at + node.nodeSize)) return false
    return did(transform.join(at + node.nodeSize))
  },
  'add a row after': (transform, at, node) => {
    if (node.type !== tableRow) return false
    const cells = Array.from({ length: node.childCount }, () => tableCell!.create(null, paragraphOf('格')))
    return did(transform.insert(at + node.nodeSize, tableRow!.create(null, cells)))
  },
  'make a heading of a paragraph': (transform, at, node) => {
    if (node.type !== paragraph || transform.doc.resolve(at).depth > 0) return false
    return did(transform.setBlockType(at + 1, at + 1, heading!, { level: 4 }))
  },
}

const did = (_: Transform) => true

const tables = [
  '| 名称 | 说明 |\n|:-----|-----:|\n| `GIL` | 锁 |\n| a \\| b | **粗** |\n',
  'before\n\na | b\n--|--\n1 | 2\n3 | 4\n\nafter\n',
  '|a|b|\n|-|-|\n|1|2|\n',
]

/** Lines of blocks that were not touched stand in the result as they stood, but where a neighbour was written anew. */
function keepsUntouched(source: string, before: Node, after: Node, markdown: string): boolean {
  const kept = new Set(Array.from({ length: after.childCount }, (_, at) => after.child(at)))
  const { blocks } = openText(source, schema)
  const lines = source.split('\n')
  return blocks.every(({ from, to }, at) => {
    const node = before.child(at)
    // One of two lists that came to stand side by side has to be marked otherwise.
    if (!kept.has(node) || /List$/.test(node.type.name)) return true
    return markdown.includes(lines.slice(from, to).join('\n').trimEnd())
  })
}

test.skipIf(!entries)(
  'whatever is done to the shape of a real entry is saved as it was done, and the rest stays as it was',
  () => {
    const figures: Record<string, Record<string, number>> = {}
    const wrong: string[] = []
    const sources = [...(entries ?? []).map(({ text }) => text), ...tables]
    for (const source of sources) {
      const text = openText(source, schema)
      const counts: Record<string, number> = {}
      text.doc.descendants((node, at) => {
        for (const [name, act] of Object.entries(acts)) {
          if ((counts[name] ?? 0) >= 4) continue
          const transform = new Transform(text.doc)
          if (!act(transform, at, node)) continue
          counts[name] = (counts[name] ?? 0) + 1
          const saved = saveTouched(text, transform.doc)
          const figure = saved.exact ? saved.method : `${saved.method}, not exact`
          figures[name] = { ...figures[name], [figure]: (figures[name]?.[figure] ?? 0) + 1 }
          const read = normalise(
            readMarkdown(saved.markdown, schema).blocks.map((block) => block.node),
            schema,
          )
          const children = Array.from({ length: transform.doc.childCount }, (_, index) =>
            transform.doc.child(index),
          )
          const same = read.map(String).join() === normalise(children, schema).map(String).join()
          if (saved.exact !== same || !saved.exact || saved.method === 'whole')
            wrong.push(`${name}: ${JSON.stringify(saved)} of ${JSON.stringify(source)}`)
          if (saved.method === 'mapped' && !keepsUntouched(source, text.doc, transform.doc, saved.markdown))
            wrong.push(`${name} touched others: ${saved.markdown}`)
        }
      })
    }
    console.table(figures)
    expect(wrong).toEqual([])
  },
  120_000,
)
