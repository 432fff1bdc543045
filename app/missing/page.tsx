import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { madeFrom } from '#lib/pages/tags'
import { PageHead } from '#ui/page-head'
import { SearchBox } from '#ui/search-box'
import { usePlacingWords } from '../_layout/placing-words.tsx'
import { Shell } from '../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { robots: { index: false } }

/** What the page cache sends, with status 404, where nothing stands at an address: search instead. */
export default function MissingPage() {
  madeFrom('everything', 'home')
  const t = useTranslations('notFound')
  return (
    <Shell search={false}>
      <PageHead title={t('title')}>
        <p>{t('hint')}</p>
      </PageHead>
      <Lying />
      <SearchBox id="search" size="large" />
      <p className="after">
        <a href="/">{t('home')}</a>
      </p>
    </Shell>
  )
}

/** Where whoever may restore what stood here is told that it is in the trash; empty for everybody else. */
function Lying() {
  const t = useTranslations('placing')
  return (
    <div
      className="lying"
      data-missing=""
      data-placing={usePlacingWords()}
      data-since={String(t.raw('since'))}
      data-label={t('restore')}
      hidden
    />
  )
}
