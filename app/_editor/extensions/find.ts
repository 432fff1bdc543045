import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export type Found = { query: string; matches: { from: number; to: number }[]; current: number }

const nothing: Found = { query: '', matches: [], current: -1 }
const most = 2000

export const findKey = new PluginKey<Found>('find')

/** Marks every place with the words looked for, letter case aside. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    return [
      new Plugin<Found>({
        key: findKey,
        state: {
          init: () => nothing,
          apply(transaction, before, _, state) {
            const meta: Partial<Found> | undefined = transaction.getMeta(findKey)
            const query = meta?.query ?? before.query
            if (query === '') return nothing
            const again = transaction.docChanged || query !== before.query
            const matches = again ? matchesIn(state.doc, query) : before.matches
            const current = Math.min(meta?.current ?? before.current, matches.length - 1)
            return { query, matches, current: matches.length > 0 ? Math.max(0, current) : -1 }
          },
        },
        props: {
          decorations(state) {
            const { matches, current } = findKey.getState(state) ?? nothing
            const marks = matches.map(({ from, to }, at) =>
              Decoration.inline(from, to, {
                class: at === current ? 'editor-found current' : 'editor-found',
              }),
            )
            return DecorationSet.create(state.doc, marks)
          },
        },
      }),
    ]
  },
})

function matchesIn(doc: Node, query: string): Found['matches'] {
  const matches: Found['matches'] = []
  const wanted = lowerCase(query)
  doc.descendants((node, at) => {
    if (!node.isTextblock) return matches.length < most
    const text = lowerCase(node.textBetween(0, node.content.size, undefined, '\ufffc'))
    for (let found = text.indexOf(wanted); found !== -1 && matches.length < most; ) {
      matches.push({ from: at + 1 + found, to: at + 1 + found + wanted.length })
      found = text.indexOf(wanted, found + wanted.length)
    }
    return false
  })
  return matches
}

/** But for letters whose lower case has another length: they would shift every place after them. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('')
}

export function lookFor(view: EditorView, query: string): void {
  const { from } = view.state.selection
  view.dispatch(view.state.tr.setMeta(findKey, { query, current: 0 }))
  const at = findKey.getState(view.state)?.matches.findIndex((match) => match.to >= from) ?? -1
  if (at > 0) view.dispatch(view.state.tr.setMeta(findKey, { current: at }))
}

/** Goes to the next place, or the one before, round the end. */
export function goToMatch(view: EditorView, by: 1 | -1): void {
  const { matches, current } = findKey.getState(view.state) ?? nothing
  if (matches.length === 0) return
  const next = (current + by + matches.length) % matches.length
  const match = matches[next]!
  const tr = view.state.tr.setMeta(findKey, { current: next })
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView())
}

/** Puts other words in the current place, or in all; they keep the marks of what they replace. */
export function replaceMatches(view: EditorView, text: string, all: boolean): void {
  const { matches, current } = findKey.getState(view.state) ?? nothing
  const chosen = all ? matches : matches.slice(current, current + 1)
  const { tr } = view.state
  for (const { from, to } of [...chosen].reverse()) {
    const marks = view.state.doc.resolve(from + 1).marks()
    if (text === '') tr.delete(from, to)
    else tr.replaceWith(from, to, view.state.schema.text(text, marks))
  }
  if (tr.docChanged) view.dispatch(tr)
}
