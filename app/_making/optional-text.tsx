import { Plus } from 'lucide-react'
import { type RefObject, useEffect, useId, useState } from 'react'
import { TextEditor, type TextEditorProps } from '../_edit/text-editor.tsx'

type Props = Omit<TextEditorProps, 'current'> & {
  name: string
  open: string
  hint: string
  current: RefObject<(() => string) | null>
}

/** A text that need not be written: a button until it is wanted, then the editor. */
export function OptionalText({ name, open, hint, current, ...editor }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(editor.markdown !== '')
  // What was asked of an editor that is gone would bring back a text that was given up.
  useEffect(
    () => () => {
      current.current = null
    },
    [current],
  )
  if (!isOpen)
    return (
      <button type="button" className="button optional-text" onClick={() => setOpen(true)}>
        <Plus size={15} aria-hidden />
        {open}
      </button>
    )
  return (
    <section className="optional-text" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <p>{hint}</p>
      <TextEditor {...editor} current={current} autoFocus={editor.markdown === ''} />
    </section>
  )
}
