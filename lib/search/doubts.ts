import { LRUCache } from 'lru-cache'
import { driver } from '#db/client'
import { changesBetween } from '#lib/text/changes'
import { squash } from '#lib/text/fold'
import { sentencesOf } from '#lib/text/merge'
import { sentenceOf } from '#lib/text/passage-sentence'
import { plainText } from './plain-text.ts'

/** What open corrections and reports are about, of one entry, as texts are compared: titles that they change, sentences. */
export type Doubts = { titles: Set<string>; sentences: Set<string> }

type Passage = { quote: string; prefix: string; suffix: string }
type Open = { entryId: string; passage: Passage | null; correctionId: string | null; rev: number }
type Texts = {
  correctionId: string
  rev: number
  titleBefore: string | null
  titleAfter: string | null
  before: string
  after: string
}
type Changed = { titles: string[]; sentences: string[] }

// More open ones on one page of results than anybody would review.
const mostOpen = 200
// Letters; less than these stand in many a sentence.
const tellsApart = 4

// A wording and the revision it was written on never change.
const kept = new LRUCache<string, Changed>({ max: 500 })

/** What is doubted in these entries and their answers. For few: only where something is known to be open. */
export async function listDoubts(entryIds: string[]): Promise<Map<string, Doubts>> {
  if (entryIds.length === 0) return new Map()
  const open = await listOpen(entryIds)
  await learn(open)
  const doubts = new Map<string, Doubts>()
  for (const one of open) {
    const { titles, sentences } = doubts.get(one.entryId) ?? { titles: new Set(), sentences: new Set() }
    const changed = one.correctionId ? kept.get(keyOf(one.correctionId, one.rev)) : undefined
    for (const title of changed?.titles ?? []) titles.add(title)
    for (const sentence of changed?.sentences ?? []) sentences.add(sentence)
    // Where a change is known it says what is doubted, and the selection that led to it says no more.
    if (!changed && one.passage) sentences.add(compared(sentenceOf(one.passage)))
    doubts.set(one.entryId, { titles, sentences })
  }
  return doubts
}

/** Whether a title or one of these sentences is among what is doubted. */
export function isDoubted(
  doubts: Doubts,
  { title, sentences }: { title: string | null; sentences: string[] },
): boolean {
  if (title !== null && doubts.titles.has(compared(title))) return true
  return sentences.map(compared).some((sentence) => isAmong(sentence, doubts.sentences))
}

/** What was selected may be part of a sentence, or several. */
function isAmong(sentence: string, doubted: Set<string>): boolean {
  if (doubted.has(sentence)) return true
  return [...doubted].some((other) => holds(other, sentence) || holds(sentence, other))
}

const holds = (whole: string, part: string): boolean => part.length >= tellsApart && whole.includes(part)

const compared = (markdown: string): string => squash(plainText(markdown))
const keyOf = (correctionId: string, rev: number): string => `${correctionId} ${rev}`

function listOpen(entryIds: string[]) {
  const sql = driver()
  return sql<Open[]>`
    with text as (
      select id as entry_id, id as own, null::uuid as answer_id from unnest(${entryIds}::uuid[]) as id
      union all select entry_id, null, id from answer where entry_id = any(${entryIds}::uuid[]) and trashed_at is null)
    select text.entry_id as "entryId", wording.passage, correction.id as "correctionId", correction.rev
    from text join correction on correction.entry_id = text.own or correction.answer_id = text.answer_id
    join correction_rev wording on wording.correction_id = correction.id and wording.number = correction.rev
    where correction.state = 'open'
    union all
    select text.entry_id, report.passage, null::uuid, 0
    from text join report on report.entry_id = text.own or report.answer_id = text.answer_id
    where report.closed_at is null
    limit ${mostOpen}`
}

/** Reads the texts of those corrections whose changes this process does not know yet. */
async function learn(open: Open[]): Promise<void> {
  const ids = open.flatMap(({ correctionId, rev }) =>
    correctionId && !kept.has(keyOf(correctionId, rev)) ? [correctionId] : [],
  )
  if (ids.length === 0) return
  const rows = await driver()<Texts[]>`
    select correction.id as "correctionId", correction.rev, base.title as "titleBefore", wording.title as "titleAfter",
      base.markdown as before, wording.markdown as after
    from correction join correction_rev wording on wording.correction_id = correction.id and wording.number = correction.rev
    join revision base on base.id = wording.base_revision_id
    where correction.id = any(${ids}::uuid[])`
  for (const row of rows) kept.set(keyOf(row.correctionId, row.rev), changedIn(row))
}

function changedIn({ titleBefore, titleAfter, before, after }: Texts): Changed {
  return {
    titles: titleBefore !== null && titleBefore !== titleAfter ? [compared(titleBefore)] : [],
    sentences: changesBetween(before, after).flatMap((change) =>
      sentencesOf(change.before).map(compared).filter(Boolean),
    ),
  }
}
