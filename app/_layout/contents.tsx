import { useTranslations } from 'next-intl'

type Heading = { depth: number; id: string; text: string }

/** The headings of this page. A script marks the one being read. */
export function Contents({ headings }: { headings: Heading[] }) {
  const t = useTranslations('site')
  if (headings.length < 2) return null
  return (
    <nav className="toc" aria-label={t('contents')} data-contents="">
      <h2>{t('contents')}</h2>
      <ol>
        {headings.map(({ depth, id, text }) => (
          <li key={id} data-depth={depth}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
