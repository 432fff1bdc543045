import type { Sql } from 'postgres'
import { slipsAllowed, slipsBetween } from '../distance.ts'
import { type ParsedQuery, parseQuery } from '../query.ts'
import { isSmall } from '../small-words.ts'
import { partsOf } from '../tokens.ts'

const mostWords = 3
// A query with more unknown words than these is not mistyped.
const mostUnknown = 4

/** The query with unknown Latin words replaced by known ones a slip or two away, the nearest first; empty where nothing can be mended. */
export async function mend(sql: Sql, parsed: ParsedQuery): Promise<string[]> {
  const mendable = parsed.words
    .flatMap(partsOfWord)
    .filter(({ text }) => slipsAllowed(text.length) > 0 && /^[\p{L}\p{N}]+$/u.test(text) && !isSmall(text))
    .slice(0, mostUnknown)
  const nearest = await Promise.all(
    mendable.map(({ text, unfinished }) => nearestWords(sql, text, unfinished)),
  )
  let texts = [parsed.text]
  for (const [at, { text }] of mendable.entries()) {
    const words = nearest[at] ?? []
    if (words.length > 0)
      texts = texts
        .flatMap((query) => words.map((word) => replaceWord(query, text, word)))
        .slice(0, mostWords)
  }
  return texts.filter((text) => text !== parsed.text && parseQuery(text).wide.length > 0)
}

/** Of an identifier each part may be mistyped; only the last may be unfinished. */
function partsOfWord({ text, unfinished }: ParsedQuery['words'][number]): ParsedQuery['words'] {
  const parts = partsOf(text)
  return parts.map((part, i) => ({ text: part, unfinished: unfinished && i === parts.length - 1 }))
}

/** At most three words of the indexed texts, the nearest first; none when the word itself is known. */
async function nearestWords(sql: Sql, word: string, unfinished: boolean): Promise<string[]> {
  const most = slipsAllowed(word.length)
  const near = [...new Set(await sieve(sql, word, most))]
    .map((term) => ({ term, slips: slipsBetween(word, term, most, unfinished) }))
    .filter(({ slips }) => slips <= most)
    .map((one) => ({ ...one, whole: slipsBetween(word, one.term, most) }))
    .sort(
      (a, b) =>
        a.slips - b.slips || a.whole - b.whole || a.term.length - b.term.length || (a.term < b.term ? -1 : 1),
    )
  return near[0]?.slips === 0 ? [] : near.slice(0, mostWords).map(({ term }) => term)
}

/** Words with the same first letter, or where the slip is in the first letter itself: with the letters that then follow. In one row: there are hundreds. */
async function sieve(sql: Sql, word: string, most: number): Promise<string[]> {
  const first = word.slice(0, 1)
  const letters = word.slice(0, 3)
  const rest = word.slice(1, 4)
  const swapped = `${word[1]}${first}`
  const [row] = await sql<{ terms: string | null }[]>`
    select string_agg(term, ' ') as terms from (
      select term from search_term where term ~>=~ ${first} and term ~<~ ${after(first)}
      union all
      select term from search_term where term ~>=~ ${swapped} and term ~<~ ${after(swapped)}
      union all
      select term from search_term where term ~>=~ ${rest} and term ~<~ ${after(rest)}
      union all
      select term from search_term where substr(term, 2) ~>=~ ${rest} and substr(term, 2) ~<~ ${after(rest)}
      union all
      select term from search_term where substr(term, 2) ~>=~ ${letters} and substr(term, 2) ~<~ ${after(letters)}
    ) near where length(term) >= ${word.length - most}`
  return row?.terms?.split(' ') ?? []
}

/** The least text behind every text that begins so. */
const after = (start: string): string => `${start}\u{10ffff}`

function replaceWord(query: string, word: string, by: string): string {
  const at = query.normalize('NFKC').toLowerCase().indexOf(word)
  const original = query.normalize('NFKC')
  return at < 0 ? query : `${original.slice(0, at)}${by}${original.slice(at + word.length)}`
}
