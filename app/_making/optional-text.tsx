import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { TextEditor, type TextEditorProps } from '../_edit/text-editor.tsx'

type Props = TextEditorProps & {
  name: string
  open: string
  hint: string
}

/** A text that need not be written: a button until it is wanted, then the editor. */
export function OptionalText({ name, open, hint, ...editor }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(editor.markdown !== '')
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
      <TextEditor {...editor} autoFocus={editor.markdown === ''} />
    </section>
  )
}
