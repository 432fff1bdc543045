import { Extension } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { bareUrlsIn } from '#lib/rendering/rules/bare-url'

type Place = { from: number; to: number }

/** Shows addresses that stand bare in the text as the links the page makes of them; the text itself knows nothing of it. */
export const BareUrls = Extension.create({
  name: 'bareUrls',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin<{ shown: DecorationSet; isOld: boolean }>({
        state: {
          init: (_, { doc }) => ({ shown: decorate(doc), isOld: false }),
          apply({ docChanged, mapping, doc }, before) {
            // What is composed must not be drawn anew under the input method.
            if (docChanged && editor.view.composing)
              return { shown: before.shown.map(mapping, doc), isOld: true }
            const isOld = docChanged || (before.isOld && !editor.view.composing)
            return isOld ? { shown: decorate(doc), isOld: false } : before
          },
        },
        props: {
          decorations(state) {
            return this.getState(state)?.shown
          },
        },
      }),
    ]
  },
})

/** Whether all of a text is one address that the page would link. */
export function isBareUrl(text: string): boolean {
  const [first] = bareUrlsIn(text)
  return first?.from === 0 && first.to === text.length
}

/** The bare address within or at the edge of which a place lies. */
export function bareUrlAt($at: ResolvedPos): Place | undefined {
  if (!$at.parent.isTextblock) return undefined
  const start = $at.start()
  return placesIn($at.parent)
    .map(({ from, to }) => ({ from: start + from, to: start + to }))
    .find(({ from, to }) => from <= $at.pos && $at.pos <= to)
}

function decorate(doc: Node): DecorationSet {
  const shown: Decoration[] = []
  doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    for (const { from, to } of placesIn(node))
      shown.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: 'bare-url' }))
    return false
  })
  return DecorationSet.create(doc, shown)
}

/** Blocks stay the same objects while others are edited. */
const known = new WeakMap<Node, Place[]>()

function placesIn(block: Node): Place[] {
  const before = known.get(block)
  if (before) return before
  const places = block.type.spec.code ? [] : bareUrlsIn(textOf(block))
  known.set(block, places)
  return places
}

/** With a sign that no address has for code, links and all that is not text. */
function textOf(block: Node): string {
  let text = ''
  block.forEach((node) => {
    const isPlain = !node.marks.some(({ type }) => type.name === 'code' || type.name === 'link')
    text += (isPlain && node.text) || '\0'.repeat(node.nodeSize)
  })
  return text
}
