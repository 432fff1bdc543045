import { useId } from 'react'

type Props = { title: string; label: string; onChange: (title: string) => void }

/** The question itself: one line. */
export function TitleField({ title, label, onChange }: Props) {
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
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}
