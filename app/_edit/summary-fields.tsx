import { useId } from 'react'
import type { EditWords } from './edit-words.ts'

type Props = {
  words: EditWords
  summary: string
  setSummary: (summary: string) => void
  minor: boolean
  setMinor: (minor: boolean) => void
}

/** What was changed and why, and whether it is a small matter. */
export function SummaryFields({ words, summary, setSummary, minor, setMinor }: Props) {
  const id = useId()
  return (
    <>
      <input
        aria-label={words.summary}
        placeholder={words.summary}
        value={summary}
        maxLength={500}
        onChange={({ target }) => setSummary(target.value)}
      />
      <label className="check" htmlFor={id}>
        <input id={id} type="checkbox" checked={minor} onChange={({ target }) => setMinor(target.checked)} />
        <span>{words.minor}</span>
      </label>
    </>
  )
}
