'use client'

import { Autocomplete } from '@base-ui/react/autocomplete'
import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { fill } from '../_edit/fill.ts'
import { isComposing } from '../_editor/key-names.ts'

type Props = {
  label: string
  hint: string
  /** `{name}` stands for the one to be removed. */
  removeLabel: string
  add: string
  names: string[]
  /** What is offered while typing. */
  known: string[]
  onAdd: (name: string) => void
  onRemove: (name: string) => void
  error?: string | undefined
  /** Where a comma parts two names, so that both are added. */
  isParted?: boolean
  longest: number
}

// As many as fit below the field.
const offered = 12

/** Names as chips to take away, and a field to add one more: an existing one from the list, or what is typed. */
export function TagField({ label, hint, removeLabel, add, names, known, onAdd, onRemove, ...more }: Props) {
  const { error, isParted, longest } = more
  const id = useId()
  const [typed, setTyped] = useState('')
  const highlighted = useRef<string>(undefined)
  const field = useRef<HTMLInputElement>(null)
  const take = (name: string) => {
    setTyped('')
    if (name.trim() !== '') onAdd(name.trim())
  }
  const type = (text: string, isChosen: boolean) => {
    if (isChosen) return take(text)
    const parts = isParted ? text.split(/[,，]/) : [text]
    for (const part of parts.slice(0, -1)) take(part)
    setTyped(parts.at(-1) ?? '')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || highlighted.current) return
    event.preventDefault()
    take(typed)
  }
  const rest = known.filter((name) => !names.includes(name))
  return (
    <div className="field tag-field">
      <label htmlFor={id}>{label}</label>
      {names.length > 0 && (
        <ul className="chips" aria-label={label}>
          {names.map((name) => (
            <li key={name} className="chip">
              {name}
              <button
                type="button"
                aria-label={fill(removeLabel, { name })}
                title={fill(removeLabel, { name })}
                onClick={() => {
                  onRemove(name)
                  field.current?.focus()
                }}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="tag-add">
        <Autocomplete.Root
          items={rest}
          limit={offered}
          value={typed}
          onValueChange={(text, { reason }) => type(text, reason === 'item-press')}
          onItemHighlighted={(name) => {
            highlighted.current = name
          }}
        >
          <Autocomplete.Input
            id={id}
            ref={field}
            maxLength={longest}
            autoComplete="off"
            enterKeyHint="done"
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint`}
            onKeyDown={onKeyDown}
          />
          <Autocomplete.Portal>
            <Autocomplete.Positioner className="choices-place" sideOffset={4}>
              <Autocomplete.Popup className="choices">
                <Autocomplete.List>
                  {(name: string) => (
                    <Autocomplete.Item key={name} value={name} className="choice">
                      {name}
                    </Autocomplete.Item>
                  )}
                </Autocomplete.List>
              </Autocomplete.Popup>
            </Autocomplete.Positioner>
          </Autocomplete.Portal>
        </Autocomplete.Root>
        <button type="button" className="button" disabled={typed.trim() === ''} onClick={() => take(typed)}>
          {add}
        </button>
      </div>
      <p id={`${id}-hint`} className={error ? 'field-error' : undefined} role={error ? 'alert' : undefined}>
        {error ?? hint}
      </p>
    </div>
  )
}
