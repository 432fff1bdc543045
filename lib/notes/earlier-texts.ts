import type { Reader } from '#db/client'
import { decodeNote } from './decode.ts'
import { contextOf, headingReader } from './heading.ts'
import { readMark } from './heading-mark.ts'
import { splitLines } from './lines.ts'
import { type NoteTexts, readImport, readLastImported, readTexts, type StoredPiece } from './previous.ts'
import { textOfPiece } from './proposal.ts'
import { sectionTitle } from './section-title.ts'

export type TitledText = { title: string | null; markdown: string }

/** A note's texts as they stand, with what the last imported file said for each of them. */
export type EarlierTexts = NoteTexts & {
  /** By id of section, entry or answer; absent for what is not in the last file. */
  inFile: Map<string, TitledText>
  /** The lines of that file and where they went. */
  lines: string[]
  pieces: StoredPiece[]
}

/** Reads a note back as its last import left it and as people left it. */
export async function readEarlierTexts(
  reader: Reader,
  noteId: string,
  importId: string,
): Promise<EarlierTexts> {
  const { bytes, fileName, pieces } = await readImport(reader, importId)
  const lines = splitLines(decodeNote(fileName, bytes).text).map(({ text }) => text)
  const texts = await readTexts(reader, noteId)
  const withLines = new Set(pieces.map(({ answerId }) => answerId))
  const inline = texts.answers
    .filter(({ id, origin }) => origin === 'import' && !withLines.has(id))
    .map(({ id }) => id)
  const lastImported = await readLastImported(reader, inline)
  const inFile = textsInFile(texts, pieces, lines)
  for (const [id, markdown] of lastImported) inFile.set(id, { title: null, markdown })
  return { ...texts, inFile, lines, pieces }
}

function textsInFile(
  { sections, entries }: NoteTexts,
  pieces: StoredPiece[],
  lines: string[],
): Map<string, TitledText> {
  const said = (kind: StoredPiece['kind'], id: string | null): string => {
    const piece = byTarget.get(`${kind} ${id}`)
    return piece ? textOfPiece(piece, lines) : ''
  }
  const byTarget = new Map<string, StoredPiece>()
  for (const piece of pieces)
    byTarget.set(`${piece.kind} ${piece.sectionId ?? piece.entryId ?? piece.answerId}`, piece)
  const present = new Set(pieces.flatMap(({ sectionId, entryId }) => sectionId ?? entryId ?? []))
  const inFile = new Map<string, TitledText>()
  const verbatim = verbatimAmong(pieces, lines)
  // A title that nobody changed is what the importer of its day read from its heading, whatever it would read today.
  const titleOf = (own: { headKind: string; title: string }, read: string) =>
    own.headKind === 'import' ? own.title : read || own.title
  for (const own of sections) {
    const { id, rawHeading, title } = own
    const read = rawHeading === null || verbatim.has(id) ? (rawHeading ?? title) : sectionTitle(rawHeading)
    if (present.has(id)) inFile.set(id, { title: titleOf(own, read), markdown: said('section_text', id) })
  }
  const ofFile = entries.filter(({ id }) => present.has(id))
  const read = headingReader(ofFile.flatMap(({ rawHeading }) => rawHeading ?? []))
  for (const own of ofFile) {
    const { id, rawHeading } = own
    const heading = rawHeading === null || verbatim.has(id) ? null : read(rawHeading)
    inFile.set(id, {
      title: titleOf(own, heading?.title ?? rawHeading ?? ''),
      markdown: contextOf(heading?.whole, said('entry_context', id)),
    })
  }
  for (const { kind, answerId } of pieces)
    if (kind === 'answer' && answerId)
      inFile.set(answerId, { title: null, markdown: said('answer', answerId) })
  return inFile
}

/** Those whose heading is their title letter by letter, because the line below it says so. */
function verbatimAmong(pieces: StoredPiece[], lines: string[]): Set<string> {
  return new Set(
    pieces.flatMap(({ kind, endLine, sectionId, entryId }) =>
      kind.endsWith('_heading') && readMark(lines[endLine])?.verbatim ? (sectionId ?? entryId ?? []) : [],
    ),
  )
}
