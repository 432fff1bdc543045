import { useId } from 'react'

type Props = {
  name: string
  label: string
  options: { value: string; label: string }[]
  defaultValue?: string
}

/** A labelled choice of one; the browser's own control, for it is best on phones and works without scripts. */
export function ChoiceField({ name, label, options, defaultValue }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={defaultValue}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
