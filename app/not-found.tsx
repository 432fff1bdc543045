import { useTranslations } from 'next-intl'
import { madeFrom } from '#lib/pages/tags'
import { PageHead } from '#ui/page-head'
import { SearchBox } from '#ui/search-box'
import { Shell } from './_layout/shell.tsx'

/** Nothing stands at this address: search instead. */
export default function NotFound() {
  madeFrom('everything', 'home')
  const t = useTranslations('notFound')
  return (
    <Shell search={false}>
      <PageHead title={t('title')}>
        <p>{t('hint')}</p>
      </PageHead>
      <SearchBox id="search" size="large" />
      <p className="after">
        <a href="/">{t('home')}</a>
      </p>
    </Shell>
  )
}
