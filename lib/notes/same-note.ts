import type { Reader } from '#db/client'
import { squash } from '#lib/text/fold'
import { similarity } from '#lib/text/similarity'
import { type LatestImport, readTexts } from './previous.ts'
import type { Proposal } from './proposal.ts'

/**
 * Which of the notes that came from a file of the same name this file is a newer version of: the one that shares most questions.
 * None where nothing is shared: everybody's `README.md` is another note.
 */
export async function sameNoteAmong(
  reader: Reader,
  candidates: LatestImport[],
  proposal: Proposal,
): Promise<LatestImport | null> {
  let best: { candidate: LatestImport; shared: number } | null = null
  for (const candidate of candidates) {
    const texts = await readTexts(reader, candidate.noteId)
    const titles = sharedTitles(texts, proposal)
    const enough = titles * 5 >= Math.min(texts.entries.length, proposal.entries.length)
    const shared = (enough ? titles : 0) + (isClose(texts, proposal) ? 1 : 0)
    if (shared > (best?.shared ?? 0)) best = { candidate, shared }
  }
  return best?.candidate ?? null
}

type Texts = Awaited<ReturnType<typeof readTexts>>

function sharedTitles({ entries }: Texts, proposal: Proposal): number {
  const known = new Set(entries.flatMap(({ title, rawHeading }) => [squash(title), squash(rawHeading ?? '')]))
  return proposal.entries.filter(({ title }) => squash(title) !== '' && known.has(squash(title))).length
}

/** Short notes may share their text and no title. */
function isClose({ entries, answers }: Texts, proposal: Proposal): boolean {
  const before = [
    ...entries.map(({ markdown }) => markdown),
    ...answers.map(({ markdown }) => markdown),
  ].join('\n')
  const now = proposal.entries
    .flatMap(({ context, answers }) => [context, ...answers.map(({ markdown }) => markdown)])
    .join('\n')
  return similarity(before.slice(0, 100_000), now.slice(0, 100_000)) >= 0.5
}
