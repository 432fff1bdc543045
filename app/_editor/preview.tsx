import { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { TooComplex } from '#lib/rendering/guards'
import { editorExtensions, type Setup } from './extensions/all.ts'
import { openText } from './markdown/open-text.ts'

/** How a Markdown text looks, a moment after it was written; what is too complex stays as it looked before. */
export function Preview({ markdown, setup }: { markdown: string; setup: Setup }) {
  const place = useRef<HTMLElement>(null)
  const view = useRef<Editor>(null)
  const first = useRef(setup)

  useEffect(() => {
    const editor = new Editor({
      element: place.current,
      injectCSS: false,
      editable: false,
      extensions: editorExtensions(first.current),
      editorProps: { attributes: { class: 'prose editor-text' } },
    })
    view.current = editor
    return () => editor.destroy()
  }, [])
  useEffect(() => {
    const timer = setTimeout(() => {
      const editor = view.current
      if (!editor || editor.isDestroyed) return
      try {
        const { doc } = openText(markdown, editor.schema)
        editor.view.dispatch(editor.state.tr.replaceWith(0, editor.state.doc.content.size, doc.content))
      } catch (error) {
        if (!(error instanceof TooComplex)) throw error
      }
    }, 120)
    return () => clearTimeout(timer)
  }, [markdown])
  return <section className="editor-preview" aria-label={setup.labels.preview} ref={place} />
}
