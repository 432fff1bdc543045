import { isAnswered } from '#lib/entries/entry'
import { countByNote } from '#lib/entries/list-queries'
import { outlineOf } from './outline.ts'
import { listNotes, listOutlineEntries, listSections } from './queries.ts'

// Above this many questions a shelf shows proportions instead of one cell for each question.
const mostCells = 3_000

/** Every note with how far it is answered: figures, and the states of its questions in reading order. */
export async function listShelf() {
  const [notes, counts] = await Promise.all([listNotes(), countByNote()])
  const total = counts.reduce((sum, { entries }) => sum + entries, 0)
  const inOrder = total <= mostCells ? await statesInOrder(notes.map(({ id }) => id)) : undefined
  return notes.map((note) => {
    const own = counts.filter(({ noteId }) => noteId === note.id)
    const entries = own.reduce((sum, { entries }) => sum + entries, 0)
    return {
      ...note,
      entries,
      answered: own.reduce((sum, { state, entries }) => sum + (isAnswered(state) ? entries : 0), 0),
      states: inOrder?.(note.id) ?? own.flatMap(({ state, entries }) => proportion(state, entries, total)),
    }
  })
}

async function statesInOrder(noteIds: string[]) {
  const [sections, entries] = await Promise.all([listSections(noteIds), listOutlineEntries(noteIds)])
  return (noteId: string) =>
    outlineOf(
      sections.filter((section) => section.noteId === noteId),
      entries.filter((entry) => entry.noteId === noteId),
    ).all.map(({ state }) => state)
}

/** About a hundred cells a note at most, never none where there is one question. */
const proportion = <S>(state: S, entries: number, total: number): S[] =>
  Array<S>(Math.ceil((entries * 100) / total)).fill(state)
