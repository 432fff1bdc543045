import { totalShown } from '#lib/search/engine'
import { parseOperators } from '#lib/search/operators'
import type { SearchAnswer } from '#lib/search/search'
import type { FilterChips } from './filter-chips.ts'
import { allOption, hitOption, lineOption } from './option.ts'
import type { Section } from './option-list.ts'
import { words } from './words.ts'

/** An answer as the sections of the list. While a tag, a note or a person is being typed as an operator, these come first and complete it. */
export function sectionsOf(answer: SearchAnswer, typed: string, chips: FilterChips): Section[] {
  const { entries, notes, tags, people } = words().sections
  const hits = answer.hits.map(hitOption)
  const found = {
    name: entries,
    options: hits.length > 0 ? [...hits, allOption(() => chips.query, words().all)] : [],
  }
  const { open } = parseOperators(typed)
  const places = [
    { key: 'note' as const, name: notes, places: answer.notes ?? [] },
    { key: 'tag' as const, name: tags, places: answer.tags ?? [] },
  ].map((section) => ({
    name: section.name,
    options: section.places.map(({ name, url, entries: count }) =>
      lineOption(
        section.key === 'tag' ? `# ${name}` : name,
        open?.key === section.key ? () => chips.complete({ key: section.key, value: name }) : url,
        words().entries.replace('{total}', String(count)),
      ),
    ),
  }))
  const persons = (answer.people ?? []).map((name) =>
    lineOption(name, () => chips.complete({ key: 'by', value: name })),
  )
  const named = [...places, { name: people, options: persons }]
  return open?.key === 'note' || open?.key === 'tag' || open?.key === 'by'
    ? [...named, found]
    : [found, ...named]
}

/** What was found, and where another engine had to answer, that it did. */
export function statusOf(answer: SearchAnswer): string {
  const found = foundOf(answer)
  return answer.degraded ? `${found} · ${words().degraded}` : found
}

function foundOf({ hits, total, relaxed, correction }: SearchAnswer): string {
  if (hits.length === 0) return words().none
  if (relaxed) return words().relaxed
  const count = words().count.replace('{total}', totalShown(total))
  return correction ? `${correction} · ${count}` : count
}
