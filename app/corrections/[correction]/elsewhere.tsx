import { useTranslations } from 'next-intl'
import type { listElsewhere } from '#lib/corrections/elsewhere-queries'
import { entryPath } from '#lib/entries/entry'

type Props = { correction: string; places: Awaited<ReturnType<typeof listElsewhere>> }

/** Where else what is taken back may stand: in the same words, or in others, where it takes somebody to say so. */
export function Elsewhere({ correction, places }: Props) {
  const t = useTranslations('corrections')
  if (places.length === 0) return null
  return (
    <section className="correction-others" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere')}</h2>
      <ul>
        {places.map(({ entryShortId, answerShortId, entryTitle, noteTitle, sentence, same }) => (
          <li key={`${entryShortId} ${sentence}`}>
            <a href={entryPath({ shortId: entryShortId, title: entryTitle })}>{entryTitle}</a>
            <small>
              {noteTitle} · {same ? t('elsewhereSame') : t('elsewhereAlike')}
            </small>
            <q>{sentence}</q>
            {same ? null : (
              <a
                href={`${answerShortId ? `/answers/${answerShortId}` : `/entries/${entryShortId}`}/suggest?like=${correction}`}
              >
                {t('correctThere')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
