import type { Reader } from '#db/client'
import { squash } from '#lib/text/fold'
import { likenessOf, profileOf, similarity } from '#lib/text/similarity'
import { plainText } from './heading.ts'
import { type LatestImport, readTexts } from './previous.ts'
import type { Proposal } from './proposal.ts'
import { isAboutFile, isPartName, isReadingName } from './question-shape.ts'

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
    const shared = sharedQuestions(texts, proposal) + (isClose(texts, proposal) ? 1 : 0)
    if (shared > (best?.shared ?? 0)) best = { candidate, shared }
  }
  return best?.candidate ?? null
}

type Texts = Awaited<ReturnType<typeof readTexts>>

/** How many questions both have; 0 where these are fewer than a third, a single one of many, or only such as any note may have. */
function sharedQuestions({ entries, answers }: Texts, proposal: Proposal): number {
  const known = new Map<string, string>()
  for (const { id, title, rawHeading, markdown } of entries) {
    const said = answers.filter(({ entryId }) => entryId === id)
    const body = [markdown, ...said.map(({ markdown }) => markdown)].join('\n')
    for (const name of [title, plainText(rawHeading ?? title)]) known.set(squash(name), body)
  }
  const own = proposal.entries.filter(({ title }) => !isCommonName(title) && squash(title) !== '')
  const shared = own.filter(({ title, context, answers }) => {
    const body = known.get(squash(title))
    const said = [context, ...answers.map(({ markdown }) => markdown)].join('\n')
    return body !== undefined && maySayTheSame(body, said)
  }).length
  const fewest = Math.min(entries.length, own.length)
  return shared * 3 >= fewest && (shared >= 2 || fewest < 4) ? shared : 0
}

/** Everybody has a question called "Redis"; a newer version of a note mostly says the same below it. */
const maySayTheSame = (before: string, now: string): boolean =>
  Math.min(before.trim().length, now.trim().length) < 20 ||
  likenessOf(profileOf(before, 4), profileOf(now, 4)) >= 0.2

const isCommonName = (title: string): boolean =>
  isPartName(title) || isAboutFile(title) || isReadingName(title)

/** Whether texts without a title in common are one: a third of their lines, of short ones most of the letters. */
function isClose({ entries, answers }: Texts, proposal: Proposal): boolean {
  const before = [...entries, ...answers].map(({ markdown }) => markdown).join('\n')
  const now = proposal.entries
    .flatMap(({ context, answers }) => [context, ...answers.map(({ markdown }) => markdown)])
    .join('\n')
  if (Math.max(before.length, now.length) <= shortNote) return similarity(before, now) >= 0.5
  const [left, right] = [linesOf(before), linesOf(now)]
  const shared = [...left].filter((line) => right.has(line)).length
  return shared * 3 >= Math.max(3, Math.min(left.size, right.size))
}

// Of a longer text in Latin letters half of the pairs of letters are those of any other.
const shortNote = 600

const linesOf = (text: string): Set<string> =>
  new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length >= 12),
  )
