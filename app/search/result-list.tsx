import { useTranslations } from 'next-intl'
import type { SearchHit } from '#lib/search/search'
import { State } from '#ui/state'
import { useStateWords } from '../_layout/state-words.ts'

/** Title, best passage with what was found lit up, and where it stands. */
export function ResultList({ hits }: { hits: SearchHit[] }) {
  const words = useStateWords()
  const t = useTranslations('search')
  return (
    <ol className="results">
      {hits.map((hit) => (
        <li key={hit.id}>
          <h2 className="results-title">
            <State state={hit.state} word={words[hit.state]} quiet />
            <a href={hit.url}>
              <Pieces pieces={hit.titlePieces} />
            </a>
          </h2>
          {hit.snippet.length > 0 ? (
            <p className="results-snippet">
              <Pieces pieces={hit.snippet} />
            </p>
          ) : null}
          <p className="results-place">
            {hit.disputed ? <State state="disputed" word={t('disputed')} /> : null}
            {[hit.note.title, ...(hit.section?.path ?? [])].join(' › ')}
          </p>
        </li>
      ))}
    </ol>
  )
}

function Pieces({ pieces }: { pieces: SearchHit['snippet'] }) {
  return pieces.map(({ t, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server; pieces never move.
    hit ? <mark key={at}>{t}</mark> : t,
  )
}
