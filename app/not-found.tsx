import { useTranslations } from 'next-intl'
import { PlainPage } from './_layout/plain-page.tsx'

/** Part of every page's data, so it names nothing of the wiki; what readers see in its place is `/missing`. */
export default function NotFound() {
  const t = useTranslations('notFound')
  return (
    <PlainPage title={t('title')} lead={t('hint')}>
      <p>
        <a href="/">{t('home')}</a>
      </p>
    </PlainPage>
  )
}
