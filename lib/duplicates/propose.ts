import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { database, type Transaction } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { recordEvent } from '#lib/audit/record'
import { requireImporter } from '#lib/auth/importer'
import { dropPages, type PageTag } from '#lib/pages/tags'
import { loadSynonyms } from '#lib/search/team-synonyms'
import { findPairs, type Pair } from './find-pairs.ts'
import { readTextProfiles } from './read-questions.ts'
import type { TextProfile } from './text-profile.ts'
import { titlesNow } from './titles-now.ts'

export type Proposed = { looked: number; found: number; added: number; withdrawn: number }

type Options = {
  /** Only these entries are looked at, each against all others; everything where it is absent. */
  ids?: string[]
  progress?: (done: number, all: number) => void
}

/** Texts that were read lately: neighbours in the index ask for the same ones. */
const keptTexts = 2_000

/**
 * Proposes pairs of questions that may ask the same, in the system's name. What somebody decided or proposed stays as it is; what the
 * system proposed earlier and no longer holds is withdrawn where everything was looked at.
 */
export async function proposeDuplicates({ ids, progress }: Options = {}): Promise<Proposed> {
  await loadSynonyms()
  const index = await titlesNow()
  const wanted = ids ?? [...index.questions.keys()]
  const pairs = await findPairs(index, wanted, keepingTexts(), (done) => progress?.(done, wanted.length))
  const { id: actorId } = await requireImporter()
  return database().transaction(async (tx) => {
    const added = await insertNew(tx, actorId, pairs)
    const withdrawn = ids ? [] : await withdrawOthers(tx, pairs)
    const result = {
      looked: wanted.length,
      found: pairs.length,
      added: added.length,
      withdrawn: withdrawn.length,
    }
    if (added.length + withdrawn.length > 0) {
      await recordEvent(tx, {
        actorId,
        action: 'duplicate.look',
        objectKind: 'duplicate',
        detail: result,
      })
      await dropPages(tx, pagesOf([...added, ...withdrawn]))
    }
    return result
  })
}

function keepingTexts() {
  const kept = new LRUCache<string, TextProfile>({ max: keptTexts })
  return async (ids: string[]): Promise<Map<string, TextProfile>> => {
    const texts = await readTextProfiles(ids.filter((id) => !kept.has(id)))
    for (const id of ids) {
      const text = kept.get(id)
      if (text) texts.set(id, text)
    }
    for (const [id, text] of texts) kept.set(id, text)
    return texts
  }
}

type Row = { firstId: string; secondId: string }
const pair = { firstId: duplicate.firstId, secondId: duplicate.secondId }
// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** Adds what is new, and brings the scores of earlier proposals up to date. */
async function insertNew(tx: Transaction, proposedBy: string, pairs: Pair[]): Promise<Row[]> {
  const added: Row[] = []
  // In one order for everyone, so that two transactions never wait for each other.
  const rows = pairs.toSorted((a, b) => (`${a.firstId}${a.secondId}` < `${b.firstId}${b.secondId}` ? -1 : 1))
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch).map((row) => ({ ...row, proposedBy }))
    const written = await tx
      .insert(duplicate)
      .values(some)
      .onConflictDoUpdate({
        target: [duplicate.firstId, duplicate.secondId],
        set: { score: sql`excluded.score` },
        setWhere: and(eq(duplicate.state, 'proposed'), isNotNull(duplicate.score)),
      })
      .returning({ ...pair, isNew: sql<boolean>`xmax = 0` })
    added.push(...written.filter(({ isNew }) => isNew))
  }
  return added
}

async function withdrawOthers(tx: Transaction, pairs: Pair[]): Promise<Row[]> {
  const found = new Set(pairs.map(({ firstId, secondId }) => `${firstId} ${secondId}`))
  const standing = await tx
    .select({ id: duplicate.id, ...pair })
    .from(duplicate)
    .where(and(eq(duplicate.state, 'proposed'), isNotNull(duplicate.score)))
  const gone = standing.filter(({ firstId, secondId }) => !found.has(`${firstId} ${secondId}`))
  for (let from = 0; from < gone.length; from += batch) {
    const ids = gone.slice(from, from + batch).map(({ id }) => id)
    await tx.delete(duplicate).where(inArray(duplicate.id, ids))
  }
  return gone
}

const mostPages = 500

/** The pages that name these pairs; all of them where they are many. */
function pagesOf(rows: Row[]): PageTag[] {
  const ids = [...new Set(rows.flatMap(({ firstId, secondId }) => [firstId, secondId]))]
  return ids.length > mostPages ? ['everything'] : ids.map((id) => `entry:${id}` as const)
}
