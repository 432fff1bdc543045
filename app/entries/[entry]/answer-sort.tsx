import { useTranslations } from 'next-intl'
import { Sort } from '#lib/answers/ranking'
import { ChipLink } from '#ui/chip-link'

/** In which order several answers stand. The choice stands in the URL; without one the best comes first. */
export function AnswerSort({ path, sort }: { path: string; sort: Sort }) {
  const t = useTranslations('answers')
  const names: Record<Sort, string> = { best: t('best'), newest: t('newest'), oldest: t('oldest') }
  return (
    <nav className="answer-sort" aria-label={t('sort')}>
      <ul className="chips">
        {Sort.options.map((each) => (
          <ChipLink
            key={each}
            href={each === 'best' ? path : `${path}?sort=${each}`}
            current={each === sort}
            name={names[each]}
          />
        ))}
      </ul>
    </nav>
  )
}
