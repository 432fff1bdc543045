import { useTranslations } from 'next-intl'
import { ChipLink } from '#ui/chip-link'

type Props = {
  state: 'proposed' | 'confirmed' | 'rejected'
  note: string | undefined
  helps: boolean
  notes: { shortId: string; title: string }[]
}

/** Narrows the pairs to what is still to be decided, to one note, or to those where one could answer the other. */
export function DuplicateFilters({ state, note, helps, notes }: Props) {
  const t = useTranslations('duplicates')
  const now = { state: state === 'proposed' ? undefined : state, note, helps: helps ? '1' : undefined }
  const to = (wanted: Partial<Record<keyof typeof now, string | undefined>>) => {
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...now, ...wanted })) if (value) query.set(name, value)
    return query.size > 0 ? `/duplicates?${query}` : '/duplicates'
  }
  return (
    <nav className="filters" aria-label={t('filter')}>
      <ul className="chips">
        <ChipLink href={to({ state: undefined })} current={state === 'proposed'} name={t('proposed')} />
        <ChipLink href={to({ state: 'confirmed' })} current={state === 'confirmed'} name={t('confirmed')} />
        <ChipLink href={to({ state: 'rejected' })} current={state === 'rejected'} name={t('rejected')} />
        <ChipLink href={to({ helps: helps ? undefined : '1' })} current={helps} name={t('helps')} />
      </ul>
      <ul className="chips">
        <ChipLink href={to({ note: undefined })} current={!note} name={t('anyNote')} />
        {notes.map(({ shortId, title }) => (
          <ChipLink key={shortId} href={to({ note: shortId })} current={note === shortId} name={title} />
        ))}
      </ul>
    </nav>
  )
}
