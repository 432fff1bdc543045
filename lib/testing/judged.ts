import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Judged = { q: string; expect: string[]; kind: string }

/** Queries with the titles that answer them: `=` in front means the whole title, else a part of it; case does not matter. */
export function judgedQueries(): { queries: Judged[]; typed: Omit<Judged, 'kind'>[] } {
  const file = join(import.meta.dirname, '../../../shared/search-judged.json')
  // The file is ours and its form is fixed.
  const { queries, typed_key_by_key } = JSON.parse(readFileSync(file, 'utf8')) as {
    queries: Judged[]
    typed_key_by_key: Omit<Judged, 'kind'>[]
  }
  return { queries, typed: typed_key_by_key }
}

export function isRight(title: string, expected: string[]): boolean {
  const low = title.toLowerCase()
  return expected.some((one) =>
    one.startsWith('=') ? low === one.slice(1).toLowerCase() : low.includes(one.toLowerCase()),
  )
}
