/** What both sides agree on; long stretches folded to their ends. */
export function SameText({ text, label }: { text: string; label: string }) {
  const lines = text.split('\n')
  if (lines.length <= 8) return <p className="conflict-same">{text}</p>
  return (
    <>
      <p className="conflict-same">{lines.slice(0, 3).join('\n')}</p>
      <details>
        <summary>{label}</summary>
        <p className="conflict-same">{lines.slice(3, -3).join('\n')}</p>
      </details>
      <p className="conflict-same">{lines.slice(-3).join('\n')}</p>
    </>
  )
}
