import { Extension } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { type Action, actions } from '../actions.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    editing: {
      /** Makes the item a task, or a task an item; outside a list, a list of tasks. */
      toggleTask: () => ReturnType
      /** Selects the formula or other atom right before the cursor. */
      selectAtomBefore: () => ReturnType
      alignColumn: (align: 'left' | 'center' | 'right') => ReturnType
    }
  }
}

/** The keys of the actions, and what the keyboard does in tables. ProseMirror holds keys back while a word is composed. */
export const Keys = Extension.create({
  name: 'keys',
  priority: 200,

  addKeyboardShortcuts() {
    const bound = Object.values<Action>(actions).flatMap(({ key, ...action }) =>
      key ? [{ key, ...action }] : [],
    )
    const keys = Object.fromEntries(
      bound.map(({ key, run, isPossible }) => [
        key,
        () => {
          if (isPossible?.(this.editor) ?? true) run(this.editor)
          return true
        },
      ]),
    )
    return {
      ...keys,
      'Shift-Enter': () => this.editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () =>
        this.editor.isActive('table') &&
        this.editor.commands.insertContent({ type: 'hardBreak', attrs: { written: 'tag' } }),
    }
  },

  addCommands() {
    return {
      toggleTask:
        () =>
        ({ editor, chain }) => {
          if (!editor.isActive('listItem'))
            return chain().toggleBulletList().updateAttributes('listItem', { checked: false }).run()
          const { checked } = editor.getAttributes('listItem')
          return chain()
            .updateAttributes('listItem', { checked: checked === null ? false : null })
            .run()
        },
      selectAtomBefore:
        () =>
        ({ tr, dispatch }) => {
          const { $from } = tr.selection
          const before =
            $from.nodeBefore ?? tr.doc.resolve($from.depth > 0 ? $from.before() : $from.pos).nodeBefore
          if (!before?.isAtom) return true
          const end = $from.nodeBefore ? $from.pos : $from.before()
          if (dispatch) tr.setSelection(NodeSelection.create(tr.doc, end - before.nodeSize))
          return true
        },
      alignColumn:
        (align) =>
        ({ tr, state, dispatch }) => {
          const { $from } = state.selection
          for (let depth = $from.depth; depth > 1; depth--) {
            if ($from.node(depth).type.name !== 'tableRow') continue
            const column = $from.index(depth)
            const table = $from.node(depth - 1)
            table.forEach((row, rowAt) => {
              let at = $from.start(depth - 1) + rowAt + 1
              row.forEach((cell, _, index) => {
                if (index === column && dispatch) tr.setNodeMarkup(at, null, { ...cell.attrs, align })
                at += cell.nodeSize
              })
            })
            return true
          }
          return false
        },
    }
  },
})
