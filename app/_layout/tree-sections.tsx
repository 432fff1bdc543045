import { type EntryState, entryPath, notePath } from '#lib/entries/entry'
import type { Outline } from '#lib/notes/outline'

type Section = {
  id: string
  shortId: string
  parentId: string | null
  position: number
  title: string | null
}
type Entry = {
  shortId: string
  sectionId: string | null
  position: number
  title: string | null
  state: EntryState
}

export type NoteOutline = Outline<Section, Entry>
export type TreeNote = {
  id: string
  shortId: string
  title: string
  outline: NoteOutline
  /** The question being read, and its section, whose questions are shown too. */
  entry?: { shortId: string; sectionId: string | null }
}

/** The sections of the current note, and the questions beside the current one. */
export function TreeSections({ note }: { note: TreeNote }) {
  return <Level note={note} level={note.outline} sectionId={null} />
}

function Level({ note, level, sectionId }: { note: TreeNote; level: NoteOutline; sectionId: string | null }) {
  const open = note.entry?.sectionId === sectionId && note.entry !== undefined
  if (level.sections.length === 0 && !open) return null
  return (
    <ul>
      {open ? level.entries.map((entry) => <Question key={entry.shortId} entry={entry} note={note} />) : null}
      {level.sections.map((section) => (
        <li key={section.id}>
          <a href={`${notePath(note)}#s-${section.shortId}`}>{section.title}</a>
          <Level note={note} level={section} sectionId={section.id} />
        </li>
      ))}
    </ul>
  )
}

function Question({ entry, note }: { entry: Entry; note: TreeNote }) {
  return (
    <li className="tree-entry">
      <a
        href={entryPath(entry)}
        data-state={entry.state}
        aria-current={entry.shortId === note.entry?.shortId ? 'page' : undefined}
      >
        {entry.title}
      </a>
    </li>
  )
}
