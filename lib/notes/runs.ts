import type { EarlierTexts } from './earlier-texts.ts'
import type { StoredPiece } from './previous.ts'

/** Pieces that follow each other in a file and belong to one question or section, or to neither: what moves as a whole. */
export type Run = { owner: string | null; pieces: StoredPiece[] }

/** The pieces of a note's file as runs, in the order of the file. What only arranges belongs to what it follows. */
export function runsOf({ pieces, answers, lines }: EarlierTexts): Run[] {
  const entryOf = new Map(answers.map(({ id, entryId }) => [id, entryId]))
  const runs: Run[] = []
  for (const piece of pieces) {
    const last = runs.at(-1)
    const owner = ownerOf(piece, entryOf, last?.owner ?? null, lines)
    if (last && last.owner === owner && owner !== null) last.pieces.push(piece)
    else runs.push({ owner, pieces: [piece] })
  }
  return runs
}

function ownerOf(
  { kind, sectionId, entryId, answerId, line }: StoredPiece,
  entryOf: Map<string, string>,
  above: string | null,
  lines: string[],
): string | null {
  // The answer of a question that was moved to another note is where its question was.
  if (answerId) return entryOf.get(answerId) ?? above
  if (sectionId ?? entryId) return sectionId ?? entryId
  // A table of contents is nobody's.
  const isOwn = kind !== 'layout' || /^\s{0,3}#{1,6}\s/.test(lines[line - 1] ?? '')
  return isOwn ? null : above
}

/** The depth of the heading that a run begins with; 0 where it is none that stands on a line of its own behind `#` marks. */
export function headingDepth({ pieces }: Run, lines: string[]): number {
  const [first] = pieces
  if (!first?.kind.endsWith('_heading')) return 0
  return /^ {0,3}(#{1,6})(?=\s)/.exec(lines[first.line - 1] ?? '')?.[1]?.length ?? 0
}
