import { useTranslations } from 'next-intl'
import type { OpenState } from '#lib/entries/list-queries'
import { ChipLink } from '#ui/chip-link'
import { useStateWords } from '../_layout/state-words.ts'

type Props = { notes: { shortId: string; title: string }[]; note?: string; state?: OpenState }

/** Narrows the list to one note or one state; the choice stands in the URL. */
export function Filters({ notes, note, state }: Props) {
  const t = useTranslations('unanswered')
  const words = useStateWords()
  const to = (wanted: { note?: string; state?: string }) => {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== undefined))
    return query.size > 0 ? `/unanswered?${query}` : '/unanswered'
  }
  return (
    <nav className="filters" aria-label={t('filter')}>
      <ul className="chips">
        <ChipLink href={to({ note })} current={!state} name={t('anyState')} />
        <ChipLink
          href={to({ note, state: 'unanswered' })}
          current={state === 'unanswered'}
          name={words.unanswered}
        />
        <ChipLink href={to({ note, state: 'partial' })} current={state === 'partial'} name={words.partial} />
      </ul>
      <ul className="chips">
        <ChipLink href={to({ state })} current={!note} name={t('anyNote')} />
        {notes.map(({ shortId, title }) => (
          <ChipLink
            key={shortId}
            href={to({ note: shortId, state })}
            current={note === shortId}
            name={title}
          />
        ))}
      </ul>
    </nav>
  )
}
