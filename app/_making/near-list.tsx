import { type EntryState, entryPath } from '#lib/entries/entry'
import type { NearDuplicate } from '#lib/search/near-duplicates'
import { State } from '#ui/state'

type Props = { near: NearDuplicate[]; states: Record<EntryState, string>; answerThat?: string }

/** Questions that are there already, each with its state, where it stands and the way to it or to answering it. */
export function NearList({ near, states, answerThat }: Props) {
  return (
    <ul className="rows">
      {near.map((entry) => (
        <li key={entry.shortId} className="row">
          <State state={entry.state} word={states[entry.state]} quiet />
          <a href={entryPath(entry)} target="_blank" rel="noopener">
            {entry.title}
          </a>
          <span className="row-aside">
            {answerThat ? (
              <a className="button" href={`${entryPath(entry)}/answer`} data-fresh="">
                {answerThat}
              </a>
            ) : (
              entry.note.title
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
