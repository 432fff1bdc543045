import { useTranslations } from 'next-intl'

type Props = {
  page: number
  pages: number
  /** The address of a page of the list, with its filters. */
  to: (page: number) => string
}

/** To the other pages of a long list: neighbours, the first and the last; nothing where there is one page. */
export function PageLinks({ page, pages, to }: Props) {
  const t = useTranslations('pageLinks')
  if (pages === 1) return null
  return (
    <nav className="page-links" aria-label={t('label')}>
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          {t('previous')}
        </a>
      ) : (
        <span />
      )}
      <ol>
        {numbersAround(page, pages).map((number, at, all) => (
          <li key={number} data-gap={at > 0 && number - (all[at - 1] ?? 0) > 1 ? '' : undefined}>
            {number === page ? (
              <span aria-current="page">{number}</span>
            ) : (
              <a href={to(number)} aria-label={t('page', { page: number })}>
                {number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a href={to(page + 1)} rel="next">
          {t('next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}

function numbersAround(page: number, pages: number): number[] {
  const near = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
  return [...new Set(near)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
}
