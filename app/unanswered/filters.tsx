import { useTranslations } from 'next-intl'
import type { OpenState } from '#lib/entries/list-queries'
import { ChipLink } from '#ui/chip-link'
import { OrderChips } from '../_layout/order-chips.tsx'
import { useStateWords } from '../_layout/state-words.ts'
import { unansweredUrl } from './unanswered-url.ts'

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
  return (
    <nav className="filters" aria-label={t('filter')}>
      <ul className="chips">
        <ChipLink href={unansweredUrl({ note, sort })} current={!state} name={t('anyState')} />
        <ChipLink
          href={unansweredUrl({ note, state: 'unanswered', sort })}
          current={state === 'unanswered'}
          name={words.unanswered}
        />
        <ChipLink
          href={unansweredUrl({ note, state: 'partial', sort })}
          current={state === 'partial'}
          name={words.partial}
        />
      </ul>
      <ul className="chips">
        <ChipLink href={unansweredUrl({ state, sort })} current={!note} name={t('anyNote')} />
        {notes.map(({ shortId, title }) => (
          <ChipLink
            key={shortId}
            href={unansweredUrl({ note: shortId, state, sort })}
            current={note === shortId}
            name={title}
          />
        ))}
      </ul>
      <OrderChips path={unansweredUrl({ note, state })} byFrequency={byFrequency} />
    </nav>
  )
}
