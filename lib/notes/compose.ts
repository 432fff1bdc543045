import type { EarlierTexts } from './earlier-texts.ts'
import { type Extras, entryText, isAdded } from './entry-text.ts'
import { isBlank, type Line } from './lines.ts'
import { listNewSections } from './new-sections.ts'
import { patchLines } from './patch-lines.ts'
import type { StoredPiece } from './previous.ts'

/**
 * The lines of a note's file as the wiki has it now: the last imported lines, changed only where texts were changed, without what is
 * in the trash, with what people added. What a newer file left out and nobody has worked on since is left out.
 */
export function composeNote(now: EarlierTexts, file: Line[], ending: Line['ending'], extras: Extras): Line[] {
  const additions = placeAdditions(now, extras)
  const gone = goneTargets(now)
  const standing = new Map<string, Standing>(
    [...now.sections, ...now.entries, ...now.answers].map((text) => [text.id, text]),
  )
  const out: Line[] = []
  let next = 1
  for (const piece of now.pieces) {
    out.push(...file.slice(next - 1, piece.line - 1))
    const lines = file.slice(piece.line - 1, piece.endLine)
    next = piece.endLine + 1
    const target = piece.sectionId ?? piece.entryId ?? piece.answerId
    if (!(target && gone.has(target))) out.push(...currentLines(piece, lines, now, standing, ending))
    for (const text of additions.get(piece) ?? []) addText(out, text, ending)
  }
  out.push(...file.slice(next - 1))
  for (const text of additions.get(null) ?? []) addText(out, text, ending)
  return out
}

type Standing = { markdown: string; title?: string }

function currentLines(
  piece: StoredPiece,
  lines: Line[],
  { inFile }: EarlierTexts,
  standing: Map<string, Standing>,
  ending: Line['ending'],
): Line[] {
  const target = piece.sectionId ?? piece.entryId ?? piece.answerId ?? ''
  const now = standing.get(target)
  const said = inFile.get(target)
  if (!now || !said) return lines
  if (piece.kind === 'section_heading' || piece.kind === 'entry_heading') {
    if (said.title === null || now.title === undefined || now.title === said.title) return lines
    return retitled(lines, said.title, now.title)
  }
  return now.markdown === said.markdown
    ? lines
    : patchLines(lines, said.markdown, now.markdown, piece, ending)
}

/** The heading with another title; its number, marks and markup stay where the old title can be found in it. */
function retitled(lines: Line[], before: string, after: string): Line[] {
  const [first, ...rest] = lines
  if (!first || /^\s*<!--/.test(first.text)) return lines
  const at = first.text.lastIndexOf(before)
  const marker = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:#{1,6}\s*)?/.exec(first.text)?.[0] ?? ''
  const text =
    at >= 0 ? first.text.slice(0, at) + after + first.text.slice(at + before.length) : marker + after
  return [{ ...first, text }, ...rest]
}

/** Ids whose lines are left out: in the trash themselves, or below something that is. */
function goneTargets({ sections, entries, answers }: EarlierTexts): Set<string> {
  const gone = new Set(
    [...sections, ...entries, ...answers].filter(({ trashed }) => trashed).map(({ id }) => id),
  )
  for (const { id, entryId } of answers) if (gone.has(entryId)) gone.add(id)
  return gone
}

/** Texts that no line stands for, each with the piece behind which it belongs; null is the end of the file. */
function placeAdditions(now: EarlierTexts, extras: Extras): Map<StoredPiece | null, string[]> {
  const additions = new Map<StoredPiece | null, string[]>()
  const ends = lastPieces(now)
  const add = (behind: StoredPiece | undefined, text: string) =>
    additions.set(behind ?? null, [...(additions.get(behind ?? null) ?? []), text])
  const has = new Set(
    now.pieces.map(({ kind, sectionId, entryId, answerId }) => `${kind} ${sectionId ?? entryId ?? answerId}`),
  )
  for (const { id, markdown, trashed } of now.sections)
    if (!trashed && markdown !== '' && has.has(`section_heading ${id}`) && !has.has(`section_text ${id}`))
      add(headingOf(now, id), markdown)
  for (const entry of now.entries) {
    if (entry.trashed || !now.inFile.has(entry.id)) continue
    if (entry.markdown !== '' && !has.has(`entry_context ${entry.id}`))
      add(headingOf(now, entry.id), entry.markdown)
    for (const answer of addedAnswers(entry.id, now, has))
      add(ends.get(entry.id), hasAnswer(entry.id, now, has) ? `<!-- answer -->\n\n${answer}` : answer)
  }
  addNewEntries(now, extras, ends, add)
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

/** The last piece of each entry with its answers, and of each section with all that stands in it. */
function lastPieces({ pieces, entries, answers, sections }: EarlierTexts): Map<string, StoredPiece> {
  const last = new Map<string, StoredPiece>()
  const entryOf = new Map(answers.map(({ id, entryId }) => [id, entryId]))
  const sectionOf = new Map(entries.map(({ id, sectionId }) => [id, sectionId]))
  const parentOf = new Map(sections.map(({ id, parentId }) => [id, parentId]))
  for (const piece of pieces) {
    const entryId = piece.entryId ?? entryOf.get(piece.answerId ?? '')
    if (entryId) last.set(entryId, piece)
    let above = piece.sectionId ?? sectionOf.get(entryId ?? '') ?? null
    for (; above; above = parentOf.get(above) ?? null) last.set(above, piece)
  }
  return last
}

type Add = (behind: StoredPiece | undefined, text: string) => void

function addNewEntries(now: EarlierTexts, extras: Extras, ends: Map<string, StoredPiece>, add: Add): void {
  const written = new Set(now.sections.filter(({ id }) => now.inFile.has(id)).map(({ id }) => id))
  let before: { id: string; sectionId: string | null } | undefined
  for (const entry of now.entries) {
    if (entry.trashed) continue
    if (now.inFile.has(entry.id)) {
      before = entry
      continue
    }
    if (!isAdded(entry) || (entry.sectionId !== null && !written.has(entry.sectionId))) continue
    const neighbour = before && before.sectionId === entry.sectionId ? ends.get(before.id) : undefined
    const heading = headingOf(now, before?.id ?? '')
    const depth = neighbour && heading ? depthOf(now.lines[heading.line - 1] ?? '') : 0
    const above = now.sections.find(({ id }) => id === entry.sectionId)
    const marks = '#'.repeat(depth || Math.min(6, Math.max(2, above?.level ?? 1) + 1))
    add(neighbour ?? ends.get(entry.sectionId ?? ''), entryText(entry, marks, now, extras))
  }
  for (const { parentId, text } of listNewSections(now, extras)) add(ends.get(parentId ?? ''), text)
}

const depthOf = (line: string): number => /^\s*(?:\d+[.)]\s+)?(#{1,6})(?!#)/.exec(line)?.[1]?.length ?? 0

/** Sets a text apart by a blank line, after closing the line before it. */
function addText(out: Line[], text: string, ending: Line['ending']): void {
  const last = out.at(-1)
  if (last && last.ending === '') out[out.length - 1] = { ...last, ending }
  if (last && !isBlank(last.text)) out.push({ text: '', ending })
  out.push(...text.split('\n').map((line): Line => ({ text: line, ending })))
}
