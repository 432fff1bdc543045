import { useId } from 'react'

type Props = {
  title: string
  label: string
  onChange: (title: string) => void
  /** While an input method composes, what stands in the field is not yet what was meant. */
  onComposing?: (isComposing: boolean) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** The question itself: one line. */
export function TitleField({ title, label, onChange, onComposing, error, autoFocus }: Props) {
  const id = useId()
  return (
    <div className="field edit-title">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={title}
        maxLength={200}
        required
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the one thing the page is for.
        autoFocus={autoFocus}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={({ target }) => onChange(target.value)}
        onCompositionStart={() => onComposing?.(true)}
        onCompositionEnd={() => onComposing?.(false)}
      />
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
