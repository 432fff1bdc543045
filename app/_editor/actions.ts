import type { Editor } from '@tiptap/core'
import { moveTableColumn, moveTableRow } from '@tiptap/pm/tables'
import { nextFootnote } from './footnote-label.ts'
import { moveBlock } from './move-block.ts'

export type Action = {
  run: (editor: Editor) => unknown
  isActive?: (editor: Editor) => boolean
  isPossible?: (editor: Editor) => boolean
  /** As ProseMirror writes it: `Mod` is Cmd on a Mac and Ctrl elsewhere. */
  key?: string
  /** Also found by these words in the `/` menu. */
  words?: string
}

const chain = (editor: Editor) => editor.chain().focus()
const heading = (level: 1 | 2 | 3 | 4): Action => ({
  run: (editor) => chain(editor).toggleHeading({ level }).run(),
  isActive: (editor) => editor.isActive('heading', { level }),
  key: `Mod-Alt-${level}`,
  words: `h${level} title biaoti`,
})
const mark = (name: string, key: string): Action => ({
  run: (editor) => chain(editor).toggleMark(name).run(),
  isActive: (editor) => editor.isActive(name),
  isPossible: (editor) => editor.can().toggleMark(name),
  key,
})
const inTable = (run: (editor: Editor) => unknown): Action => ({
  run,
  isPossible: (editor) => editor.isActive('table'),
})

/** Everything that can be done to a text, by name; toolbar, `/` menu and keys all take it from here. */
export const actions = {
  undo: {
    run: (editor) => chain(editor).undo().run(),
    isPossible: (editor) => editor.can().undo(),
    key: 'Mod-z',
  },
  redo: {
    run: (editor) => chain(editor).redo().run(),
    isPossible: (editor) => editor.can().redo(),
    key: 'Mod-Shift-z',
  },
  paragraph: {
    run: (editor) => chain(editor).setParagraph().run(),
    isActive: (editor) => editor.isActive('paragraph'),
    key: 'Mod-Alt-0',
    words: 'text duanluo',
  },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  bold: mark('bold', 'Mod-b'),
  italic: mark('italic', 'Mod-i'),
  strike: mark('strike', 'Mod-Shift-s'),
  highlight: mark('highlight', 'Mod-Shift-h'),
  code: mark('code', 'Mod-e'),
  bulletList: {
    run: (editor) => chain(editor).toggleBulletList().run(),
    isActive: (editor) => editor.isActive('bulletList'),
    key: 'Mod-Shift-8',
    words: 'ul list liebiao',
  },
  orderedList: {
    run: (editor) => chain(editor).toggleOrderedList().run(),
    isActive: (editor) => editor.isActive('orderedList'),
    key: 'Mod-Shift-7',
    words: 'ol list liebiao',
  },
  taskList: {
    run: (editor) => chain(editor).toggleTask().run(),
    isActive: (editor) => editor.isActive('listItem') && editor.getAttributes('listItem').checked !== null,
    key: 'Mod-Shift-9',
    words: 'todo checkbox renwu',
  },
  quote: {
    run: (editor) => chain(editor).toggleBlockquote().run(),
    isActive: (editor) => editor.isActive('blockquote'),
    key: 'Mod-Shift-b',
    words: 'blockquote yinyong',
  },
  codeBlock: {
    run: (editor) => chain(editor).toggleCodeBlock().run(),
    isActive: (editor) => editor.isActive('codeBlock'),
    key: 'Mod-Alt-c',
    words: 'fence pre daima',
  },
  table: {
    run: (editor) => chain(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    isPossible: (editor) => !editor.isActive('table'),
    words: 'grid biaoge',
  },
  rule: { run: (editor) => chain(editor).setHorizontalRule().run(), words: 'hr line fengexian' },
  mathInline: {
    run: (editor) =>
      chain(editor)
        .insertContent({ type: 'mathInline', attrs: { tex: 'x^2' } })
        .selectAtomBefore()
        .run(),
    words: 'latex tex gongshi',
  },
  mathBlock: {
    run: (editor) =>
      chain(editor)
        .insertContent({ type: 'mathBlock', attrs: { tex: 'x^2' } })
        .selectAtomBefore()
        .run(),
    words: 'latex tex gongshi',
  },
  footnote: {
    run: (editor) => nextFootnote(editor),
    words: 'note jiaozhu',
  },
  image: { run: (editor) => editor.emit('askForImage', undefined), words: 'picture photo tupian' },
  link: {
    run: (editor) => editor.emit('askForLink', undefined),
    isActive: (editor) => editor.isActive('link'),
    isPossible: (editor) => editor.can().toggleMark('link'),
    key: 'Mod-k',
    words: 'url lianjie',
  },
  entryLink: { run: (editor) => chain(editor).insertContent('[[').run(), words: 'wiki citiao' },
  moveUp: { run: (editor) => moveBlock(editor, -1), key: 'Alt-ArrowUp' },
  moveDown: { run: (editor) => moveBlock(editor, 1), key: 'Alt-ArrowDown' },
  rowBefore: inTable((editor) => chain(editor).addRowBefore().run()),
  rowAfter: inTable((editor) => chain(editor).addRowAfter().run()),
  rowDelete: inTable((editor) => chain(editor).deleteRow().run()),
  rowUp: inTable((editor) => moveRow(editor, -1)),
  rowDown: inTable((editor) => moveRow(editor, 1)),
  columnBefore: inTable((editor) => chain(editor).addColumnBefore().run()),
  columnAfter: inTable((editor) => chain(editor).addColumnAfter().run()),
  columnDelete: inTable((editor) => chain(editor).deleteColumn().run()),
  columnLeft: inTable((editor) => moveColumn(editor, -1)),
  columnRight: inTable((editor) => moveColumn(editor, 1)),
  alignLeft: inTable((editor) => chain(editor).alignColumn('left').run()),
  alignCenter: inTable((editor) => chain(editor).alignColumn('center').run()),
  alignRight: inTable((editor) => chain(editor).alignColumn('right').run()),
  tableDelete: inTable((editor) => chain(editor).deleteTable().run()),
} satisfies Record<string, Action>

export type ActionName = keyof typeof actions

declare module '@tiptap/core' {
  interface EditorEvents {
    askForLink: undefined
    askForImage: undefined
  }
}

function cellPlace(editor: Editor): { row: number; column: number; rows: number } | null {
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 1; depth--) {
    if ($from.node(depth).type.name === 'tableRow')
      return {
        row: $from.index(depth - 1),
        column: $from.index(depth),
        rows: $from.node(depth - 1).childCount,
      }
  }
  return null
}

/** The head of a table stays its head. */
function moveRow(editor: Editor, by: 1 | -1): void {
  const place = cellPlace(editor)
  if (!place || place.row === 0 || place.row + by < 1 || place.row + by >= place.rows) return
  moveTableRow({ from: place.row, to: place.row + by })(editor.state, editor.view.dispatch)
  editor.commands.focus()
}

function moveColumn(editor: Editor, by: 1 | -1): void {
  const place = cellPlace(editor)
  if (!place || place.column + by < 0) return
  moveTableColumn({ from: place.column, to: place.column + by })(editor.state, editor.view.dispatch)
  editor.commands.focus()
}
