import { useTranslations } from 'next-intl'
import { ChipLink } from '#ui/chip-link'

/** From corrections to reports and back. */
export function ReviewPlaces({ place }: { place: 'corrections' | 'reports' }) {
  const t = useTranslations('corrections')
  return (
    <nav aria-label={t('places')}>
      <ul className="chips">
        <ChipLink href="/corrections" current={place === 'corrections'} name={t('corrections')} />
        <ChipLink href="/reports" current={place === 'reports'} name={t('reportsTitle')} />
      </ul>
    </nav>
  )
}
