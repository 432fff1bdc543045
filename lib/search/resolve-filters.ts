import { driver } from '#db/client'
import { fold } from '#lib/text/fold'
import type { SearchQuery } from './engine.ts'
import type { Filters } from './operators.ts'

type Narrowed = Omit<SearchQuery['filter'], 'acl'>

// A name that fits more notes, tags or people than these narrows nothing.
const mostNamed = 50

/**
 * Names as the engines know them: notes by title or short id, tags by name, people by theirs; exactly so, or else beginning so,
 * or else (notes and people) with it inside. A name that fits nothing finds nothing.
 */
export async function resolveFilters({ notes, tags, states, asked, by }: Filters): Promise<Narrowed> {
  const [spaces, keys, authors] = await Promise.all([
    named(notes, noteIds),
    named(tags, tagKeys),
    named(by, personIds),
  ])
  return {
    ...(spaces && { spaces }),
    ...(keys && { tags: keys }),
    ...(authors && { authors }),
    ...(states.length > 0 && { states }),
    ...(asked !== undefined && { asked }),
  }
}

async function named(
  names: string[],
  find: (name: string) => Promise<{ value: string; fit: number }[]>,
): Promise<string[] | undefined> {
  if (names.length === 0) return undefined
  const found = await Promise.all(names.map((name) => find(fold(name).replaceAll('\0', '').trim())))
  return [...new Set(found.flatMap(bestFits))]
}

/** Exact names alone where there are any. */
function bestFits(rows: { value: string; fit: number }[]): string[] {
  const best = Math.min(...rows.map(({ fit }) => fit))
  return rows.filter(({ fit }) => fit === best).map(({ value }) => value)
}

const noteIds = (name: string) => driver()<{ value: string; fit: number }[]>`
  select short_id as value, case when short_id = ${name} or low = ${name} then 0 when starts_with(low, ${name}) then 1 else 2 end as fit
  from note, lower(normalize(title, NFKC)) as low
  where trashed_at is null and (short_id = ${name} or strpos(low, ${name}) > 0) order by fit, position limit ${mostNamed}`

const tagKeys = (name: string) => driver()<{ value: string; fit: number }[]>`
  select key as value, case when key = ${name} then 0 else 1 end as fit
  from tag where starts_with(key, ${name}) order by fit, key limit ${mostNamed}`

const personIds = (name: string) => driver()<{ value: string; fit: number }[]>`
  select id as value, case when low = ${name} then 0 when starts_with(low, ${name}) then 1 else 2 end as fit
  from person, lower(normalize(name, NFKC)) as low
  where strpos(low, ${name}) > 0 order by fit, name limit ${mostNamed}`
