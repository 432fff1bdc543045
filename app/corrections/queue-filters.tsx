import { useTranslations } from 'next-intl'
import { correctionKinds } from '#lib/corrections/correction'
import type { QueueFilter } from '#lib/corrections/input'
import { ChipLink } from '#ui/chip-link'
import { useCorrectionWords } from '../_corrections/correction-words.ts'
import { queuePath } from './queue-path.ts'

type Props = { filter: QueueFilter; notes: { shortId: string; title: string }[] }

const ages = [1, 7, 30] as const

/** Narrows the queue; the choice stands in the URL and works without scripts. */
export function QueueFilters({ filter, notes }: Props) {
  const t = useTranslations('corrections')
  const { kinds } = useCorrectionWords()
  const { after: _, ...chosen } = filter
  const mine = (value: QueueFilter['mine']) => queuePath({ ...chosen, mine: value })
  return (
    <div className="queue-filters">
      <nav aria-label={t('filter')}>
        <ul className="chips">
          <ChipLink href={mine(undefined)} current={!filter.mine} name={t('all')} />
          <ChipLink href={mine('decidable')} current={filter.mine === 'decidable'} name={t('forMe')} />
          <ChipLink href={mine('proposed')} current={filter.mine === 'proposed'} name={t('byMe')} />
          <ChipLink
            href={queuePath({ ...chosen, conflicting: filter.conflicting ? undefined : true })}
            current={filter.conflicting === true}
            name={t('conflicting')}
          />
        </ul>
      </nav>
      <form action="/corrections" className="form" data-inline="">
        {chosen.mine ? <input type="hidden" name="mine" value={chosen.mine} /> : null}
        {chosen.conflicting ? <input type="hidden" name="conflicting" value="true" /> : null}
        <label className="field">
          <span className="sr-only">{t('note')}</span>
          <select name="note" defaultValue={filter.note ?? ''}>
            <option value="">{t('anyNote')}</option>
            {notes.map(({ shortId, title }) => (
              <option key={shortId} value={shortId}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="sr-only">{t('kind')}</span>
          <select name="kind" defaultValue={filter.kind ?? ''}>
            <option value="">{t('anyKind')}</option>
            {correctionKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="sr-only">{t('age')}</span>
          <select name="age" defaultValue={filter.age ?? ''}>
            <option value="">{t('anyAge')}</option>
            {ages.map((days) => (
              <option key={days} value={days}>
                {t('olderThan', { days })}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {t('apply')}
        </button>
      </form>
    </div>
  )
}
