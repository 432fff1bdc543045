import { type EntryState, entryPath } from '#lib/entries/entry'

type Cell = { shortId: string; title: string | null; state: EntryState }

/**
 * One cell for each question, coloured by its state and leading to it. Whatever it says stands in words beside it,
 * so it is left out for screen readers and the Tab key.
 */
export function ProgressStrip({ cells, words }: { cells: Cell[]; words: Record<EntryState, string> }) {
  return (
    <div className="strip" aria-hidden="true">
      {cells.map(({ shortId, title, state }) => (
        // biome-ignore lint/a11y/useAnchorContent: a coloured cell; its words stand in the list below.
        <a
          key={shortId}
          href={entryPath({ shortId, title })}
          data-state={state}
          tabIndex={-1}
          title={`${title} · ${words[state]}`}
        />
      ))}
    </div>
  )
}
