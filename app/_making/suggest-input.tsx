import { type KeyboardEvent, useId, useState } from 'react'
import { tagKey } from '#lib/entries/entry'
import { isComposing } from '../_editor/key-names.ts'

type Props = {
  id: string
  value: string
  /** What may be offered; what has the typed text in it is. */
  known: string[]
  onType: (text: string) => void
  /** Enter, or a choice from the list. */
  onTake: (text: string) => void
  maxLength: number
  describedBy: string
  isInvalid: boolean
}

// As many as fit below the field.
const most = 8

/** A line of input that offers what is known while one types: arrows choose, Enter takes the choice or what is typed, Escape closes. */
export function SuggestInput({ id, value, known, onType, onTake, maxLength, describedBy, isInvalid }: Props) {
  const list = useId()
  const [at, setAt] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const offered = isOpen && value.trim() !== '' ? matching(known, tagKey(value.trim())) : []
  const take = (text: string) => {
    setAt(-1)
    setOpen(false)
    onTake(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    const { key } = event
    if (key === 'Enter') {
      event.preventDefault()
      take(offered[at] ?? value)
    } else if (key === 'Escape' && offered.length > 0) {
      event.preventDefault()
      setOpen(false)
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && offered.length > 0) {
      event.preventDefault()
      const places = offered.length + 1
      // One place besides the choices: the typed text itself.
      setAt(((at + 1 + (key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    }
  }
  return (
    <div className="suggest">
      <input
        id={id}
        value={value}
        maxLength={maxLength}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-activedescendant={offered[at] === undefined ? undefined : `${list}-${at}`}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        autoComplete="off"
        autoCapitalize="off"
        enterKeyHint="done"
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setAt(-1)
          setOpen(true)
          onType(target.value)
        }}
      />
      <div id={list} role="listbox" className="choices" aria-labelledby={id} hidden={offered.length === 0}>
        {offered.map((name, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus.
          <div
            key={name}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            className="choice"
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(name)}
          >
            {name}
          </div>
        ))}
      </div>
    </div>
  )
}

/** What has this in it, what begins with it first. */
function matching(known: string[], wanted: string): string[] {
  const within = known.filter((name) => tagKey(name).includes(wanted))
  const first = within.filter((name) => tagKey(name).startsWith(wanted))
  return [...first, ...within.filter((name) => !first.includes(name))].slice(0, most)
}
