import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

/** What was typed to open a menu: `/` blocks, `[[` entries, `@` people; the text from `from` to `to` is the trigger and the query. */
export type Trigger = { kind: 'blocks' | 'entries' | 'people'; from: number; to: number; query: string }

type Handling = { onKey: (event: KeyboardEvent) => boolean }

export const triggerKey = new PluginKey<Trigger | null>('triggerMenu')

/** Watches for triggers, also as Chinese keyboards give them (`、` `／` `【【` `＠`); nothing opens while a word is composed. */
export const TriggerMenu = Extension.create<Handling>({
  name: 'triggerMenu',
  priority: 1000,
  addOptions: () => ({ onKey: () => false }),

  addProseMirrorPlugins() {
    const { onKey } = this.options
    const { editor } = this
    return [
      new Plugin<Trigger | null>({
        key: triggerKey,
        state: {
          init: () => null,
          apply: (transaction, before, _, state) => next(transaction, before, state, editor.view.composing),
        },
        props: {
          // Not called while a word is composed.
          handleKeyDown: (view, event) => triggerKey.getState(view.state) !== null && onKey(event),
          handleDOMEvents: {
            compositionend: (view) => {
              setTimeout(() => {
                if (!view.isDestroyed && !view.composing)
                  view.dispatch(view.state.tr.setMeta(triggerKey, 'typed'))
              }, 50)
              return false
            },
            blur: (view) => {
              if (triggerKey.getState(view.state)) view.dispatch(view.state.tr.setMeta(triggerKey, 'close'))
              return false
            },
          },
        },
      }),
    ]
  },
})

function next(transaction: Transaction, before: Trigger | null, state: EditorState, composing: boolean) {
  const meta = transaction.getMeta(triggerKey)
  if (meta === 'close') return null
  const found = triggerAt(state)
  if (!found) return null
  const goesOn = before !== null && before.kind === found.kind && before.from === found.from
  if (goesOn) return composing ? { ...before, to: found.to } : found
  const typed = meta === 'typed' || (transaction.docChanged && !transaction.getMeta('paste'))
  return typed && !composing && found.query === '' ? found : null
}

const triggers: [Trigger['kind'], RegExp][] = [
  // `、` is a comma of Chinese, so it opens the menu only where no sentence stands before it.
  ['blocks', /(?:^[、／/]|(?<=\s)[／/])([^\s/、／]{0,20})$/],
  ['entries', /(?:\[\[|【【)([^[\]【】\n]{0,60})$/],
  // Within mail and other addresses an `@` names nobody.
  ['people', /(?<![\w.+/-])[@＠]([\p{L}\p{N}_.-]{0,30})$/u],
]

function triggerAt(state: EditorState): Trigger | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null
  if ($from.marks().some((mark) => mark.type.name === 'code')) return null
  const text = $from.parent.textBetween(0, $from.parentOffset, undefined, '\ufffc')
  for (const [kind, find] of triggers) {
    const match = find.exec(text)
    if (match) {
      const from = $from.start() + text.length - match[0].length
      return { kind, from, to: $from.pos, query: match[1] ?? '' }
    }
  }
  return null
}
