import type { Editor } from '@tiptap/core'
import { ChevronDown, ChevronUp, Replace, ReplaceAll, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { findKey, goToMatch, lookFor, replaceMatches } from './extensions/find.ts'
import { isComposing } from './key-names.ts'
import type { EditorLabels } from './labels.ts'
import { useEditorState } from './use-rich-text.ts'

type Props = { editor: Editor; labels: EditorLabels; onClose: () => void }

/** Looks for words in the text, and puts others in their place. */
export function FindBar({ editor, labels, onClose }: Props) {
  useEditorState(editor)
  const [query, setQuery] = useState(() => selectedText(editor))
  const [replacement, setReplacement] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { matches, current } = findKey.getState(editor.state) ?? { matches: [], current: -1 }

  useEffect(() => field.current?.select(), [])
  useEffect(() => lookFor(editor.view, query), [editor, query])
  useEffect(
    () => () => {
      if (!editor.isDestroyed) lookFor(editor.view, '')
    },
    [editor],
  )
  const close = () => {
    onClose()
    editor.commands.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.currentTarget === field.current) goToMatch(editor.view, event.shiftKey ? -1 : 1)
    else replaceMatches(editor.view, replacement, false)
  }
  const button = (label: string, Icon: typeof X, onClick: () => void) => (
    <button type="button" className="editor-button" aria-label={label} data-tip={label} onClick={onClick}>
      <Icon size={16} aria-hidden />
    </button>
  )
  return (
    <search
      className="editor-find"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event.nativeEvent)) close()
      }}
    >
      <input
        ref={field}
        aria-label={labels.find}
        placeholder={labels.find}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output>{query && `${current + 1} / ${matches.length} ${labels.matches}`}</output>
      {button(labels.findPrevious, ChevronUp, () => goToMatch(editor.view, -1))}
      {button(labels.findNext, ChevronDown, () => goToMatch(editor.view, 1))}
      <input
        aria-label={labels.replaceWith}
        placeholder={labels.replaceWith}
        value={replacement}
        onChange={(event) => setReplacement(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {button(labels.replace, Replace, () => replaceMatches(editor.view, replacement, false))}
      {button(labels.replaceAll, ReplaceAll, () => replaceMatches(editor.view, replacement, true))}
      {button(labels.close, X, close)}
    </search>
  )
}

function selectedText(editor: Editor): string {
  const { from, to } = editor.state.selection
  return to - from < 100 ? editor.state.doc.textBetween(from, to, ' ') : ''
}
