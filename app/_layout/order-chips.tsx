import { useTranslations } from 'next-intl'
import { ChipLink } from '#ui/chip-link'

/** In which order a list stands: as in the notes, or what is asked most first. */
export function OrderChips({ path, byFrequency }: { path: string; byFrequency: boolean }) {
  const t = useTranslations('encounters')
  const more = path.includes('?') ? '&' : '?'
  return (
    <ul className="chips" aria-label={t('order')}>
      <ChipLink href={path} current={!byFrequency} name={t('inOrder')} />
      <ChipLink href={`${path}${more}sort=asked`} current={byFrequency} name={t('byFrequency')} />
    </ul>
  )
}
