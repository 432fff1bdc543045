import { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { TooComplex } from '#lib/rendering/guards'
import { withPlainLineEnds } from '#lib/text/line-ends'
import { covered } from './covered.ts'
import { editorExtensions, type Setup } from './extensions/all.ts'
import { offsetOf, placeOf } from './markdown/carry-cursor.ts'
import { type OpenText, openText } from './markdown/open-text.ts'
import { type Saved, saveTouched } from './markdown/save-touched.ts'

export type RichText = {
  editor: Editor
  /** The whole text as Markdown, and how it was made. */
  save: () => Saved
  /** Shows another text, which undo takes back; false where it is too complex to be shown. */
  load: (markdown: string) => boolean
  /** Where the cursor stands in the Markdown, and how it is put there. */
  offset: () => number
  goTo: (offset: number) => void
}

/** Holds the editor of a text in an element for as long as that is shown; null until then. */
export function useRichText(place: RefObject<HTMLElement | null>, markdown: string, setup: Setup) {
  const [rich, setRich] = useState<RichText | null>(null)
  const [tooComplex, setTooComplex] = useState(false)
  const first = useRef({ markdown, setup })

  useEffect(() => {
    const made = richText(place.current, first.current.setup)
    setTooComplex(!made.load(first.current.markdown))
    setRich(made)
    return () => made.editor.destroy()
  }, [place])
  return { rich, tooComplex }
}

function richText(element: HTMLElement | null, setup: Setup): RichText {
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: editorExtensions(setup),
    editorProps: {
      scrollThreshold: covered,
      scrollMargin: covered,
      attributes: {
        class: 'prose editor-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': setup.labels.editor,
        spellcheck: 'false',
      },
    },
  })
  let open = openText('', editor.schema)
  let isFirst = true
  let saved: { doc: OpenText['doc']; result: Saved } | undefined
  const save = () => {
    const { doc } = editor.state
    if (saved?.doc !== doc) saved = { doc, result: saveTouched(open, doc) }
    return saved.result
  }
  return {
    editor,
    load: (text) => {
      if (text === saved?.result.markdown && editor.state.doc === saved.doc) return true
      const read = readable(text, editor)
      if (!read) return false
      open = read
      saved = undefined
      const { tr } = editor.state
      tr.replaceWith(0, tr.doc.content.size, open.doc.content).setMeta('addToHistory', !isFirst)
      tr.setSelection(Selection.atStart(tr.doc))
      editor.view.dispatch(tr)
      isFirst = false
      return true
    },
    save,
    offset: () => {
      const { doc, selection } = editor.state
      return offsetOf(selection.head, doc, withPlainLineEnds(save().markdown), editor.schema)
    },
    goTo: (offset) => {
      const { doc, tr } = editor.state
      const place = placeOf(offset, doc, withPlainLineEnds(save().markdown), editor.schema)
      editor.view.focus()
      editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(place))).scrollIntoView())
    },
  }
}

function readable(text: string, editor: Editor): OpenText | null {
  try {
    return openText(text, editor.schema)
  } catch (error) {
    if (error instanceof TooComplex) return null
    throw error
  }
}

/** Renders again after each transaction of the editor. */
export function useEditorState(editor: Editor): void {
  useSyncExternalStore(
    (changed) => {
      editor.on('transaction', changed)
      return () => editor.off('transaction', changed)
    },
    () => editor.state,
    () => editor.state,
  )
}
