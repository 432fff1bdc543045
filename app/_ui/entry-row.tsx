import type { ReactNode } from 'react'
import { type EntryState, entryPath } from '#lib/entries/entry'
import { State } from './state.tsx'

type Row = { shortId: string; title: string | null; state: EntryState }

/** One question in a list: its state, its title, and what else the list wants to say. */
export function EntryRow({ entry, word, children }: { entry: Row; word: string; children?: ReactNode }) {
  return (
    <li className="row">
      <State state={entry.state} word={word} quiet />
      <a href={entryPath(entry)}>{entry.title}</a>
      {children ? <span className="row-aside">{children}</span> : null}
    </li>
  )
}
