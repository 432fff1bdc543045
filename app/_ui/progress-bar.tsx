import type { EntryState } from '#lib/entries/entry'

/** The same strip without links, drawn in runs of equal state: light enough for lists of many notes. */
export function ProgressBar({ states }: { states: EntryState[] }) {
  const runs = runsOf(states)
  return (
    <svg
      className="bar-of-states"
      viewBox={`0 0 ${Math.max(states.length, 1)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {runs.map(({ state, from, length }) => (
        <rect key={from} data-state={state} x={from} y="0" width={length} height="1" />
      ))}
    </svg>
  )
}

function runsOf(states: EntryState[]): { state: EntryState; from: number; length: number }[] {
  const runs: { state: EntryState; from: number; length: number }[] = []
  for (const [index, state] of states.entries()) {
    const last = runs.at(-1)
    if (last?.state === state) last.length += 1
    else runs.push({ state, from: index, length: 1 })
  }
  return runs
}
