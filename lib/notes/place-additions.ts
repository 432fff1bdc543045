import type { EarlierTexts } from './earlier-texts.ts'
import { withoutOpening } from './piece-lines.ts'
import type { StoredPiece } from './previous.ts'

/** Texts that no line stands for, of questions and sections that have lines: each with the piece behind which it belongs. */
export function placeAdditions(now: EarlierTexts): Map<StoredPiece, string[]> {
  const additions = new Map<StoredPiece, string[]>()
  const ends = lastPieces(now)
  const add = (behind: StoredPiece | undefined, text: string) => {
    if (behind) additions.set(behind, [...(additions.get(behind) ?? []), text])
  }
  const has = new Set(
    now.pieces.map(({ kind, sectionId, entryId, answerId }) => `${kind} ${sectionId ?? entryId ?? answerId}`),
  )
  for (const { id, markdown, trashed } of now.sections)
    if (!trashed && markdown !== '' && has.has(`section_heading ${id}`) && !has.has(`section_text ${id}`))
      add(headingOf(now, id), markdown)
  for (const entry of now.entries) {
    if (entry.trashed || !now.inFile.has(entry.id)) continue
    const context = withoutOpening(entry.markdown, now.inFile.get(entry.id)?.markdown ?? '').replace(
      /^\n+/,
      '',
    )
    if (context !== '' && !has.has(`entry_context ${entry.id}`)) add(headingOf(now, entry.id), context)
    for (const answer of addedAnswers(entry.id, now, has))
      add(ends.get(entry.id), hasAnswer(entry.id, now, has) ? `<!-- answer -->\n\n${answer}` : answer)
  }
  return additions
}

const headingOf = ({ pieces }: EarlierTexts, id: string): StoredPiece | undefined =>
  pieces.findLast(
    ({ kind, sectionId, entryId }) => kind.endsWith('_heading') && (sectionId === id || entryId === id),
  )

/** Answers without lines that say something the file does not: by people, or changed since they were read out of a heading. */
const addedAnswers = (entryId: string, { answers }: EarlierTexts, has: Set<string>): string[] =>
  answers
    .filter((answer) => answer.entryId === entryId && !answer.trashed && !has.has(`answer ${answer.id}`))
    .filter(
      ({ origin, headKind, markdown }) => markdown !== '' && (origin !== 'import' || headKind !== 'import'),
    )
    .map(({ markdown }) => markdown)

const hasAnswer = (entryId: string, { answers }: EarlierTexts, has: Set<string>): boolean =>
  answers.some((answer) => answer.entryId === entryId && has.has(`answer ${answer.id}`))

/** The last piece of each question with its answers. */
function lastPieces({ pieces, answers }: EarlierTexts): Map<string, StoredPiece> {
  const last = new Map<string, StoredPiece>()
  const entryOf = new Map(answers.map(({ id, entryId }) => [id, entryId]))
  for (const piece of pieces) {
    const entryId = piece.entryId ?? entryOf.get(piece.answerId ?? '')
    if (entryId) last.set(entryId, piece)
  }
  return last
}
