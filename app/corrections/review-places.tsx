import { useTranslations } from 'next-intl'
import { ChipLink } from '#ui/chip-link'

/** From corrections to reports, to what members propose as standard answers, and back. */
export function ReviewPlaces({ place }: { place: 'corrections' | 'reports' | 'standards' }) {
  const t = useTranslations('corrections')
  const answers = useTranslations('answers')
  return (
    <nav aria-label={t('places')}>
      <ul className="chips">
        <ChipLink href="/corrections" current={place === 'corrections'} name={t('corrections')} />
        <ChipLink href="/reports" current={place === 'reports'} name={t('reportsTitle')} />
        <ChipLink
          href="/standards"
          current={place === 'standards'}
          name={answers('proposed')}
          needs="editor"
          isCounted
        />
      </ul>
    </nav>
  )
}
