import type { Node } from '@tiptap/pm/model'
import { canJoin, canSplit, Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { realEntryTexts } from '#lib/testing/entry-texts'
import { gfmExamples } from './gfm-examples.ts'
import { normalise } from './normalise.ts'
import { oddTexts } from './odd-texts.ts'
import { openText } from './open-text.ts'
import { saveTouched } from './save-touched.ts'
import { documentSchema as schema } from './schema.ts'
import { readMarkdown } from './to-document.ts'

const entries = realEntryTexts()?.map(({ text }) => text) ?? []
const sources = [...entries.filter((text) => text.trim() !== ''), ...gfmExamples, ...oddTexts]

/** Letters, and signs that mean something to Markdown. */
const letters = fc.string({
  unit: fc.constantFrom(
    ...'ab字，。*_`~=[]()<>#+-.1 !|\\\\$&:"\'',
    '😀',
    '**',
    '==',
    'http://a.b/c_d',
    '[[',
    '<br>',
  ),
  maxLength: 6,
})
const act = fc.record({
  kind: fc.nat(8),
  // Doubles would nearly all lie near the start.
  at: fc.nat(9999).map((part) => part / 10_000),
  length: fc.nat(12),
  text: letters,
})
type Acted = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const marks = ['bold', 'italic', 'strike', 'highlight', 'code'] as const

/** Does what can be done near a place in the document, and nothing where it cannot. */
function perform(doc: Node, { kind, at, length, text }: Acted): Node {
  const transform = new Transform(doc)
  const place = Math.floor(at * doc.content.size)
  const spot = doc.resolve(place)
  const end = Math.min(place + length, spot.parent.inlineContent ? spot.end() : place)
  try {
    if (kind <= 1 && spot.parent.inlineContent && text)
      transform.insert(place, schema.text(text, spot.marks()))
    else if (kind === 2 && end > place) transform.delete(place, end)
    else if (kind === 3 && spot.parent.isTextblock && canSplit(doc, place)) transform.split(place)
    else if (kind === 4 && canJoin(doc, place)) transform.join(place)
    else if (kind === 5 && end > place && spot.parent.type.name !== 'codeBlock')
      transform.addMark(place, end, schema.marks[marks[length % marks.length] ?? 'bold']!.create())
    else if (kind === 6) transform.insert(spot.depth ? spot.after(1) : place, paragraphOf(text))
    else if (kind === 7 && spot.depth > 0 && doc.childCount > 1)
      transform.delete(spot.before(1), spot.after(1))
    else if (kind === 8 && spot.parent.type.name === 'paragraph' && spot.depth === 1)
      transform.setBlockType(place, place, schema.nodes.heading!, { level: 1 + (length % 6) })
    transform.doc.check()
    return transform.doc
  } catch (error) {
    // A step that the document does not take is not an edit.
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')) return doc
    throw error
  }
}

const paragraphOf = (text: string) => schema.nodes.paragraph!.create(null, text ? schema.text(text) : [])

const childrenOf = (doc: Node) => Array.from({ length: doc.childCount }, (_, at) => doc.child(at))
const shown = (nodes: readonly Node[]) => normalise(nodes, schema).map(String).join('\n')
const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

const withoutEntities = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

/** Whether all letters stand in the text, in their order. */
function stillThere(all: string, text: string): boolean {
  let at = 0
  for (const letter of text) if (at < all.length && all.startsWith(letter, at)) at += letter.length
  return at === all.length
}

test('after any edits the saved text is read as the edited document, or says that it is not and has its words', () => {
  const figures: Record<string, number> = {}
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.array(act, { minLength: 1, maxLength: 6 }),
      (source, edits) => {
        const text = openText(source, schema)
        const edited = edits.reduce(perform, text.doc)
        const saved = saveTouched(text, edited, 10_000)
        const unchanged = saved.markdown === source ? 'unchanged' : saved.method
        const kind = saved.exact ? unchanged : `${saved.method}, not exact`
        figures[kind] = (figures[kind] ?? 0) + 1
        const read = readMarkdown(saved.markdown, schema).blocks.map(({ node }) => node)
        if (saved.exact) expect(shown(read)).toBe(shown(childrenOf(edited)))
        else {
          expect(stillThere(words(edited.textContent), withoutEntities(saved.markdown))).toBe(true)
        }
      },
    ),
    { numRuns: 1500 },
  )
  console.table(figures)
  const lossy = Object.entries(figures).filter(([kind]) => kind.endsWith('not exact'))
  expect(lossy.reduce((sum, [, count]) => sum + count, 0)).toBeLessThan(30)
}, 120_000)

test('lines of blocks that no edit touched are the same bytes, whatever their line ends', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom('\n', '\r\n'),
      fc.array(act, { minLength: 1, maxLength: 4 }),
      (source, lineEnd, edits) => {
        const original = source.replaceAll('\n', lineEnd)
        const text = openText(original, schema)
        const edited = edits.reduce(perform, text.doc)
        const saved = saveTouched(text, edited, 10_000)
        if (saved.method === 'whole') return
        const kept = new Set(childrenOf(edited))
        const lines = original.split(lineEnd)
        for (const { node, from, to } of text.blocks) {
          const isNeighbour = saved.method === 'block' || /List$/.test(node.type.name)
          if (kept.has(node) && !isNeighbour)
            expect(saved.markdown).toContain(lines.slice(from, to).join(lineEnd).trimEnd())
        }
      },
    ),
    { numRuns: 500 },
  )
}, 120_000)
