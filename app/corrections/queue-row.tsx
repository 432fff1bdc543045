import { useTranslations } from 'next-intl'
import type { QueueFilter } from '#lib/corrections/input'
import type { QueueItem } from '#lib/corrections/queue-queries'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { useCorrectionWords } from '../_corrections/correction-words.ts'
import { InContext } from '../_corrections/in-context.tsx'
import { queuePath } from './queue-path.ts'

/** One open correction: which text, its first change as words, who and when. */
export function QueueRow({ item, filter }: { item: QueueItem; filter: QueueFilter }) {
  const t = useTranslations('corrections')
  const { kinds } = useCorrectionWords()
  const title = item.entry.title ?? ''
  return (
    <li>
      <p className="queue-head">
        <span className="kind">{kinds(item.kind)}</span>
        <a href={queuePath(filter, item.shortId)} data-queue-item="" lang={languageOf(title)}>
          {title}
        </a>
        {item.conflicting ? (
          <span className="kind" data-conflict="">
            {t('conflicting')}
          </span>
        ) : null}
        {item.reopened ? <span className="kind">{t('reopened')}</span> : null}
      </p>
      {item.first ? <InContext change={item.first} brief /> : null}
      <p className="queue-foot">
        <span>{item.author}</span>
        <Time at={item.changedAt} />
        <span>{item.note.title}</span>
        {item.changes > 1 ? <span>{t('changes', { changes: item.changes })}</span> : null}
        {item.evidence > 0 ? <span>{t('evidences', { count: item.evidence })}</span> : null}
        {item.supporters > 0 ? <span>{t('supporters', { count: item.supporters })}</span> : null}
      </p>
      {item.rationale ? (
        <p className="queue-why" lang={languageOf(item.rationale)}>
          {item.rationale}
        </p>
      ) : null}
    </li>
  )
}
