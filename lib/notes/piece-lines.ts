import type { EarlierTexts } from './earlier-texts.ts'
import { isBlank, type Line } from './lines.ts'
import { patchLines } from './patch-lines.ts'
import type { StoredPiece } from './previous.ts'
import { textOfPiece } from './proposal.ts'

type Standing = { markdown: string; title?: string }

/** The lines of a piece as its text stands now; those that no change touched stay as they were, byte for byte. */
export function currentLines(
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
  if (now.markdown === said.markdown) return lines
  const own = textOfPiece(
    { ...piece, line: 1, endLine: lines.length },
    lines.map(({ text }) => text),
  )
  const opening = said.markdown.slice(0, said.markdown.length - own.length)
  return patchLines(lines, own, withoutOpening(now.markdown, opening), piece, ending)
}

/** A text without what its piece in the file does not say: a question too long for its title opens its context. */
export const withoutOpening = (markdown: string, opening: string): string =>
  markdown.startsWith(opening) ? markdown.slice(opening.length) : markdown

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

/** Sets a text apart by a blank line, after closing the line before it. */
export function addText(out: Line[], text: string, ending: Line['ending']): void {
  setApart(out, ending)
  out.push(...text.split('\n').map((line): Line => ({ text: line, ending })))
}

/** Closes the last line, and leaves a blank one. */
export function setApart(out: Line[], ending: Line['ending']): void {
  const last = out.at(-1)
  if (last && last.ending === '') out[out.length - 1] = { ...last, ending }
  if (last && !isBlank(last.text)) out.push({ text: '', ending })
}
