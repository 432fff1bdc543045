import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEffect, useId, useRef, useState } from 'react'
import { beside } from './beside.ts'
import { isComposing } from './key-names.ts'
import type { EditorLabels } from './labels.ts'
import { useEditorState } from './use-rich-text.ts'

export type Field = { name: string; label: keyof EditorLabels; long?: boolean; optional?: boolean }

const fieldsOf: Record<string, Field[] | undefined> = {
  mathInline: [{ name: 'tex', label: 'formula' }],
  mathBlock: [{ name: 'tex', label: 'formula', long: true }],
  rawBlock: [{ name: 'source', label: 'rawText', long: true }],
  rawInline: [{ name: 'source', label: 'rawText' }],
  image: [
    { name: 'src', label: 'address' },
    { name: 'alt', label: 'altText', optional: true },
  ],
  entryLink: [
    { name: 'title', label: 'entryTitle' },
    { name: 'shown', label: 'shownText', optional: true },
  ],
  footnoteReference: [{ name: 'label', label: 'footnoteLabel' }],
}

/** A little window with what a selected formula, picture or other piece is made of; `Enter` on the piece leads into it. */
export function Panel({ editor, labels }: { editor: Editor; labels: EditorLabels }) {
  useEditorState(editor)
  const { selection } = editor.state
  const node = selection instanceof NodeSelection ? selection.node : null
  const fields = node && fieldsOf[node.type.name]
  if (!node || !fields) return null
  const { from } = selection
  const values = Object.fromEntries(fields.map(({ name }) => [name, String(node.attrs[name] ?? '')]))
  const apply = (written: Record<string, string>) => {
    const attrs = { ...node.attrs }
    for (const { name, optional } of fields) attrs[name] = optional && !written[name] ? null : written[name]
    const tr = editor.state.tr.setNodeMarkup(from, undefined, attrs)
    editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, from)))
    editor.commands.focus()
  }
  return <Fields key={`${from} ${node.type.name}`} {...{ editor, labels, fields, values, at: from, apply }} />
}

type FieldsProps = {
  editor: Editor
  labels: EditorLabels
  fields: Field[]
  values: Record<string, string>
  at: number
  apply: (values: Record<string, string>) => void
  remove?: () => void
  autoFocus?: boolean
  onClose?: () => void
}

/** Fields beside a place in the text; `Enter` applies what was written, `Escape` leaves everything as it was. */
export function Fields({
  editor,
  labels,
  fields,
  values,
  at,
  apply,
  remove,
  autoFocus,
  onClose,
}: FieldsProps) {
  const [written, setWritten] = useState(values)
  const form = useRef<HTMLFormElement>(null)
  const prefix = useId()
  useEffect(() => {
    if (autoFocus) form.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [autoFocus])
  const close = onClose ?? (() => editor.commands.focus())
  return (
    <form
      ref={form}
      className="editor-panel"
      style={beside(editor, at, 320)}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        apply(written)
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return
        if (event.key === 'Escape') close()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
      }}
    >
      {fields.map(({ name, label, long }) => {
        const id = `${prefix}-${name}`
        const control = {
          id,
          value: written[name],
          spellCheck: false,
          onChange: ({ target }: { target: { value: string } }) =>
            setWritten({ ...written, [name]: target.value }),
        }
        return (
          <div key={name}>
            <label htmlFor={id}>{labels[label]}</label>
            {long ? <textarea rows={4} {...control} /> : <input {...control} />}
          </div>
        )
      })}
      <div className="editor-panel-buttons">
        {remove && (
          <button type="button" className="button" onClick={remove}>
            {labels.remove}
          </button>
        )}
        <button type="submit" className="button" data-tone="primary">
          {labels.apply}
        </button>
      </div>
    </form>
  )
}
