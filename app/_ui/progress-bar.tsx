import type { EntryState } from '#lib/entries/entry'

// With more cells than this the gaps between them would be thinner than a pixel.
const mostWithGaps = 90

/** The progress strip without links, one shape for each state: light enough for lists of many notes. */
export function ProgressBar({ states }: { states: EntryState[] }) {
  const width = states.length <= mostWithGaps ? 0.86 : 1
  const shapes = new Map<EntryState, string>()
  for (const [at, state] of states.entries())
    shapes.set(state, `${shapes.get(state) ?? ''}M${at} 0h${width}v1h-${width}z`)
  return (
    <svg
      className="bar-of-states"
      viewBox={`0 0 ${Math.max(states.length - 1 + width, 1)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[...shapes].map(([state, d]) => (
        <path key={state} data-state={state} d={d} />
      ))}
    </svg>
  )
}
