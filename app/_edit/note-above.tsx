import { Info } from 'lucide-react'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import type { useEditing } from './use-editing.ts'
import type { Head, Version } from './version.ts'

type Props = { editing: ReturnType<typeof useEditing>; head: Head; words: EditWords; path: string }

/** Says that a draft is shown, was given up, or that another tab is on the same text, and what to do about it. */
export function NoteAbove({ editing, head, words, path }: Props) {
  const { note } = editing
  return (
    <div className="edit-notes" aria-live="polite">
      {note?.kind === 'draft' && (
        <Note text={`${fill(words.draftShown, { when: timeOf(note.draft.savedAt) })}${age(note.draft)}`}>
          <Act label={words.discardDraft} onClick={editing.discard} />
          {note.other && (
            <Act
              label={fill(words.otherDraft, { when: timeOf(note.other.savedAt) })}
              onClick={() => showOther(note.other)}
            />
          )}
        </Note>
      )}
      {note?.kind === 'discarded' && (
        <Note text={words.draftDiscarded}>
          <Act label={words.undo} onClick={() => editing.show(note.version)} />
        </Note>
      )}
      {note?.kind === 'other-tab' && (
        <Note text={words.otherTab}>
          <Act label={words.showOther} onClick={() => editing.show(note.version)} />
        </Note>
      )}
      {note?.kind === 'followed' && <Note text={words.followed} />}
      {note?.kind === 'saved-elsewhere' && (
        <Note text={words.savedElsewhere}>
          <a className="button" href={path} data-fresh="">
            {words.toPage}
          </a>
        </Note>
      )}
    </div>
  )

  function age({ baseId }: Version): string {
    return baseId === head.id ? '' : ` ${fill(words.olderBase, { number: head.number })}`
  }
  function showOther(other: Version | undefined) {
    if (other) editing.show({ title: other.title, markdown: other.markdown, baseId: other.baseId })
  }
}

function Note({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <div className="edit-note">
      <Info size={16} aria-hidden />
      <p>{text}</p>
      {children}
    </div>
  )
}

function Act({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {label}
    </button>
  )
}

function timeOf(at: number): string {
  const { lang } = document.documentElement
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
