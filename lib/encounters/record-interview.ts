import { and, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { encounter, entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { Title } from '#lib/entries/input'
import { insertQuestion } from '#lib/entries/insert-question'
import { renderText } from '#lib/entries/render-text'
import { Refusal } from '#lib/refusal'
import type { Rendered } from '#lib/rendering/rendered'
import { Occasion } from './input.ts'
import { mostQuestions } from './interview.ts'
import { mayRecordEncounter } from './policy.ts'

/** One question of an interview: an entry by short id, or a new one in a note. */
const Asked = z.union([
  z.object({ entry: z.string().regex(/^[0-9a-z]{1,20}$/) }),
  z.object({ note: z.uuid(), title: Title }),
])

export const Interview = z.object({
  occasion: Occasion,
  questions: z.array(Asked).min(1).max(mostQuestions),
})
export type Interview = z.infer<typeof Interview>

/** What was written, by id, so that it can be taken back: an encounter each, and the new questions. */
export type Recorded = { encounters: string[]; questions: string[] }

/** Keeps all questions of one interview, new ones among them, in one transaction. Throws Refusal: forbidden, not-found. */
export async function recordInterview(
  viewer: SignedIn,
  { occasion, questions }: Interview,
): Promise<Recorded> {
  if (!mayRecordEncounter(viewer)) throw new Refusal('forbidden', 'You may not record this here.')
  const fresh = questions.flatMap((one) => ('note' in one ? [one] : []))
  const known = [...new Set(questions.flatMap((one) => ('entry' in one ? [one.entry] : [])))]
  const [first] = fresh
  // They have no text yet, so one rendering of nothing does for all.
  const rendered = first && (await renderText(first.note, first.note, ''))
  return database().transaction(async (tx) => {
    const old = await findEntries(tx, known)
    const made = await askAll(tx, viewer, fresh, rendered)
    const encounters: string[] = []
    for (const { id, noteId } of [...old, ...made])
      encounters.push(await write(tx, viewer, id, noteId, occasion))
    return { encounters, questions: made.map(({ id }) => id) }
  })
}

type Entry = { id: string; noteId: string }

async function findEntries(tx: Transaction, shortIds: string[]): Promise<Entry[]> {
  if (shortIds.length === 0) return []
  const found = await tx
    .select({ id: entry.id, noteId: entry.noteId })
    .from(entry)
    .where(and(inArray(entry.shortId, shortIds), isNull(entry.trashedAt)))
    // In one order for everyone, so that two transactions never wait for each other.
    .orderBy(entry.id)
    .for('update')
  if (found.length < shortIds.length)
    throw new Refusal('not-found', 'One of these questions is not there any more.')
  return found
}

async function askAll(
  tx: Transaction,
  viewer: SignedIn,
  fresh: { note: string; title: string }[],
  rendered: Rendered | undefined,
): Promise<Entry[]> {
  const made: Entry[] = []
  for (const question of fresh)
    if (rendered)
      made.push({ id: await insertQuestion(tx, viewer, question, rendered), noteId: question.note })
  return made
}

async function write(
  tx: Transaction,
  viewer: SignedIn,
  entryId: string,
  noteId: string,
  { when, company, role, round }: Occasion,
): Promise<string> {
  const [made] = await tx
    .insert(encounter)
    .values({ entryId, times: 1, ...when, company, role, round, reportedBy: viewer.id })
    .returning({ id: encounter.id })
  await announceChange(tx, {
    noteId,
    entryId,
    movesUp: false,
    actorId: viewer.id,
    action: 'encounter.record',
    objectKind: 'encounter',
    objectId: made!.id,
  })
  return made!.id
}
