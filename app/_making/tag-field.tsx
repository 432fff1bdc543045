'use client'

import { X } from 'lucide-react'
import { useId, useState } from 'react'
import { fill } from '../_edit/fill.ts'
import { SuggestInput } from './suggest-input.tsx'

type Props = {
  label: string
  hint: string
  /** `{name}` stands for the one to be removed. */
  removeLabel: string
  add: string
  names: string[]
  /** What is offered while typing. */
  known: string[]
  /** False where it was refused, so that it can be mended. */
  onAdd: (name: string) => Promise<boolean> | boolean
  onRemove: (name: string) => void
  error?: string | undefined
  /** Where a comma parts two names, so that both are added. */
  isParted?: boolean
  longest: number
}

/** Names as chips to take away, and a field to add one more: an existing one from the list, or what is typed. */
export function TagField({ label, hint, removeLabel, add, names, known, onAdd, onRemove, ...more }: Props) {
  const { error, isParted, longest } = more
  const id = useId()
  const [typed, setTyped] = useState('')
  const take = async (text: string) => {
    const name = text.trim()
    setTyped('')
    if (name !== '' && !(await onAdd(name))) setTyped((now) => (now === '' ? name : now))
  }
  const type = (text: string) => {
    const parts = isParted ? text.split(/[,，]/) : [text]
    for (const part of parts.slice(0, -1)) void take(part)
    setTyped(parts.at(-1) ?? '')
  }
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
                  document.getElementById(id)?.focus()
                }}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="tag-add">
        <SuggestInput
          id={id}
          value={typed}
          known={known.filter((name) => !names.includes(name))}
          onType={type}
          onTake={take}
          maxLength={longest}
          describedBy={`${id}-hint`}
          isInvalid={error !== undefined}
        />
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
