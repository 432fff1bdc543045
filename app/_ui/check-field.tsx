type Props = { name: string; label: string; hint?: string; defaultChecked?: boolean }

/** A box to tick, its label beside it. */
export function CheckField({ name, label, hint, defaultChecked }: Props) {
  return (
    <label className="check">
      <input type="checkbox" name={name} defaultChecked={defaultChecked} />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  )
}
