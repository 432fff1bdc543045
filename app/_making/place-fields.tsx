import { useEffect, useId, useState } from 'react'
import type { MakingWords } from './making-words.ts'
import { choiceLabel, type SectionChoice } from './section-choices.ts'

export type NoteChoice = { id: string; title: string }
export type Place = { note: string; section: string }

type Props = {
  notes: NoteChoice[]
  place: Place
  /** The sections of the note that is chosen at first. */
  sections: SectionChoice[]
  onChange: (place: Place) => void
  making: MakingWords
  error?: string | undefined
}

/** In which note, and in which section of it, the question will stand. */
export function PlaceFields({ notes, place, sections, onChange, making, error }: Props) {
  const id = useId()
  const [choices, setChoices] = useState({ note: place.note, sections })
  useEffect(() => {
    if (choices.note === place.note) return
    const asking = new AbortController()
    void listSections(place.note, asking.signal).then((found) => {
      if (found) setChoices({ note: place.note, sections: found })
    })
    return () => asking.abort()
  }, [choices.note, place.note])
  const isReady = choices.note === place.note
  return (
    <div className="place-fields">
      <div className="field">
        <label htmlFor={`${id}-note`}>{making.note}</label>
        <select
          id={`${id}-note`}
          value={place.note}
          onChange={({ target }) => onChange({ note: target.value, section: '' })}
        >
          {notes.map((note) => (
            <option key={note.id} value={note.id}>
              {note.title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-section`}>{making.section}</label>
        <select
          id={`${id}-section`}
          value={choices.sections.some(({ id }) => id === place.section) ? place.section : ''}
          disabled={!isReady}
          onChange={({ target }) => onChange({ ...place, section: target.value })}
        >
          <option value="">{making.noSection}</option>
          {isReady &&
            choices.sections.map((section) => (
              <option key={section.id} value={section.id}>
                {choiceLabel(section)}
              </option>
            ))}
        </select>
      </div>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

async function listSections(note: string, signal: AbortSignal): Promise<SectionChoice[] | null> {
  try {
    const answer = await fetch(`/api/notes/${note}/sections`, { signal })
    return answer.ok ? (await answer.json()).sections : []
  } catch {
    // Without a network the question goes to the top of the note; overtaken, another answer is under way.
    return signal.aborted ? null : []
  }
}
