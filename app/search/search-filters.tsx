import { useTranslations } from 'next-intl'
import type { EntrySearch } from '#lib/search/input'
import { parseOperators, writeOperator, writeQuery } from '#lib/search/operators'
import { ChipLink } from '#ui/chip-link'
import { useStateWords } from '../_layout/state-words.ts'
import { searchUrl } from './search-url.ts'

const states = ['answered', 'partial', 'unanswered', 'disputed', 'outdated'] as const

type Props = {
  asked: EntrySearch
  /** Those worth narrowing to. */
  notes: { shortId: string; title: string }[]
}

/** Narrows the results; each choice is a link, and choosing it again takes it away. */
export function SearchFilters({ asked, notes }: Props) {
  const t = useTranslations('search')
  const words = useStateWords()
  if (asked.q === '') return null
  const { q, operators } = parseOperators(`${asked.q} `)
  return (
    <nav className="filters" aria-label={t('filter')}>
      <ul className="chips">
        {operators.map((operator) => (
          <ChipLink
            key={writeOperator(operator)}
            href={searchUrl(asked, {
              q: writeQuery(
                operators.filter((other) => other !== operator),
                q.trim(),
              ),
            })}
            current
            name={writeOperator(operator)}
          />
        ))}
        {asked.tag ? (
          <ChipLink href={searchUrl(asked, { tag: undefined })} current name={`# ${asked.tag}`} />
        ) : null}
        {states.map((state) => (
          <ChipLink
            key={state}
            href={searchUrl(asked, { state: asked.state === state ? undefined : state })}
            current={asked.state === state}
            name={words[state]}
          />
        ))}
      </ul>
      <ul className="chips">
        {notes.map(({ shortId, title }) => (
          <ChipLink
            key={shortId}
            href={searchUrl(asked, { note: asked.note === shortId ? undefined : shortId })}
            current={asked.note === shortId}
            name={title}
          />
        ))}
      </ul>
    </nav>
  )
}
