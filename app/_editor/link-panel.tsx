import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { EditorLabels } from './labels.ts'
import { linkPlaceOf, linkTo, removeLink, writeLink } from './link-place.ts'
import { type Field, Fields } from './panel.tsx'

type Props = { editor: Editor; labels: EditorLabels; onDone: () => void }

const fieldsOfWords: Field[] = [
  { name: 'href', label: 'address' },
  { name: 'title', label: 'linkTitle', optional: true },
]
const fieldsOfAddress: Field[] = [
  { name: 'text', label: 'shownText', optional: true },
  { name: 'href', label: 'address' },
]

/** A little window with where the words at the cursor lead; without any, also with what the new link says. */
export function LinkPanel({ editor, labels, onDone }: Props) {
  const [place] = useState(() => linkPlaceOf(editor.state))
  const { from, isWords, isLink, href, title } = place
  // Whoever goes back to the text has done with it.
  useEffect(() => {
    editor.on('focus', onDone)
    return () => void editor.off('focus', onDone)
  }, [editor, onDone])
  const done = () => {
    onDone()
    editor.commands.focus()
  }
  const act = (change: (editor: Editor) => void) => {
    change(editor)
    done()
  }
  return (
    <Fields
      {...{ editor, labels }}
      fields={isWords ? fieldsOfWords : fieldsOfAddress}
      values={{ href, title, text: '' }}
      at={from}
      apply={({ href: address = '', title: name = '', text = '' }) => {
        const target = address.trim()
        act(() =>
          isWords ? linkTo(editor, place, target, name) : writeLink(editor, place, text.trim(), target),
        )
      }}
      {...(isLink ? { remove: () => act(() => removeLink(editor, place)) } : {})}
      autoFocus
      onClose={done}
    />
  )
}
