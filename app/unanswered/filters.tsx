import { useTranslations } from 'next-intl'
import type { OpenState } from '#lib/entries/list-queries'
import { ChipLink } from '#ui/chip-link'
import { OrderChips } from '../_layout/order-chips.tsx'
import { useStateWords } from '../_layout/state-words.ts'

type Props = {
  notes: { shortId: string; title: string }[]
  note?: string
  state?: OpenState
  byFrequency: boolean
}

/** Narrows the list to one note or one state; the choice stands in the URL. */
export function Filters({ notes, note, state, byFrequency }: Props) {
  const t = useTranslations('unanswered')
  const sort = byFrequency ? 'asked' : undefined
  const words = useStateWords()
  const to = (wanted: { note?: string; state?: string; sort?: string }) => {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== undefined))
    return query.size > 0 ? `/unanswered?${query}` : '/unanswered'
  }
  return (
    <nav className="filters" aria-label={t('filter')}>
      <ul className="chips">
        <ChipLink href={to({ note, sort })} current={!state} name={t('anyState')} />
        <ChipLink
          href={to({ note, state: 'unanswered', sort })}
          current={state === 'unanswered'}
          name={words.unanswered}
        />
        <ChipLink
          href={to({ note, state: 'partial', sort })}
          current={state === 'partial'}
          name={words.partial}
        />
      </ul>
      <ul className="chips">
        <ChipLink href={to({ state, sort })} current={!note} name={t('anyNote')} />
        {notes.map(({ shortId, title }) => (
          <ChipLink
            key={shortId}
            href={to({ note: shortId, state, sort })}
            current={note === shortId}
            name={title}
          />
        ))}
      </ul>
      <OrderChips path={to({ note, state })} byFrequency={byFrequency} />
    </nav>
  )
}
