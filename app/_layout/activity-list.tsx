import { useTranslations } from 'next-intl'
import type { ActivityItem } from '#lib/activity/queries'
import { entryPath, notePath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { Summary } from '../_history/summary.tsx'

/** Changes of questions and answers, each with who, what and why, and the way to see exactly what. */
export function ActivityList({ items }: { items: ActivityItem[] }) {
  const t = useTranslations('activity')
  return (
    <ol className="happenings">
      {items.map((item) => {
        const title = item.entry.title ?? ''
        const texts = item.answerShortId ? `/answers/${item.answerShortId}` : `/entries/${item.entry.shortId}`
        const isNew = item.number === 1
        const did = isNew ? (item.answerShortId ? 'answered' : 'asked') : item.kind
        return (
          <li key={item.id}>
            <span>
              <a href={`/people/${item.author.shortId}`}>{item.author.name}</a> {t(did)}{' '}
              <a
                href={`${entryPath(item.entry)}${item.answerShortId ? `#a-${item.answerShortId}` : ''}`}
                lang={languageOf(title)}
              >
                {title}
              </a>
            </span>
            {item.summary ? (
              <p>
                <Summary version={item} />
              </p>
            ) : null}
            <small>
              <a href={notePath(item.note)}>{item.note.title}</a>
              {isNew ? null : (
                <a href={`${texts}/compare?from=${item.number - 1}&to=${item.number}`}>
                  {t('version', { number: item.number })}
                </a>
              )}
              <Time at={item.at} />
            </small>
          </li>
        )
      })}
    </ol>
  )
}
