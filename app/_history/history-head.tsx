import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { notePath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import type { HistoryPlace } from './require-place.ts'

type Props = { place: HistoryPlace; title: string; current?: 'history' | 'blame'; children?: ReactNode }

/** Whose history this is, the way back to the text, and what else is told about its versions. */
export function HistoryHead({ place, title, current, children }: Props) {
  const t = useTranslations('history')
  const note = { shortId: place.noteShortId, title: place.noteTitle }
  const tab = (name: 'history' | 'blame') => (current === name ? 'page' : undefined)
  return (
    <header className="history-head">
      <nav aria-label={t('breadcrumb')}>
        <ol className="breadcrumb">
          <li>
            <a href={notePath(note)}>{note.title}</a>
          </li>
          <li>
            <ChevronRight aria-hidden="true" size={14} />
            <a href={place.readPath} lang={languageOf(place.title ?? '')}>
              {place.title}
            </a>
          </li>
          {place.subject.kind === 'answer' ? (
            <li>
              <ChevronRight aria-hidden="true" size={14} />
              {t('ofAnswer')}
            </li>
          ) : null}
        </ol>
      </nav>
      <h1>{title}</h1>
      {children}
      <nav aria-label={t('views')}>
        <ul className="chips">
          <li>
            <a className="chip" href={`${place.path}/history`} aria-current={tab('history')}>
              {t('versions')}
            </a>
          </li>
          <li>
            <a className="chip" href={`${place.path}/blame`} aria-current={tab('blame')}>
              {t('blame')}
            </a>
          </li>
        </ul>
      </nav>
    </header>
  )
}
