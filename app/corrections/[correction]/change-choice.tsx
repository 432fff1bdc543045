type Props = {
  changes: { id: string; before: string; after: string }[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: Set<string>) => void
  label: string
}

/** Which of several changes are accepted; the rest stays open. */
export function ChangeChoice({ changes, chosen, onChoose, label }: Props) {
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <fieldset className="change-choice">
      <legend>{label}</legend>
      {changes.map(({ id, before, after }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span>{(after || before).trim()}</span>
        </label>
      ))}
    </fieldset>
  )
}
