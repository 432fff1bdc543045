import type { EntryState } from '#lib/entries/entry'
import { State } from '#ui/state'

/** What the colours of a strip mean, with how many questions have each. */
export function StateLegend({ states, words }: { states: EntryState[]; words: Record<EntryState, string> }) {
  const counts = new Map<EntryState, number>()
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (
    <ul className="legend">
      {[...counts].map(([state, count]) => (
        <li key={state}>
          <State state={state} word={words[state]} /> <span className="count">{count}</span>
        </li>
      ))}
    </ul>
  )
}
