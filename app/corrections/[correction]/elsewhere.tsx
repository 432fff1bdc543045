import { useTranslations } from 'next-intl'
import type { listElsewhere } from '#lib/corrections/elsewhere-queries'
import { entryPath } from '#lib/entries/entry'

type Props = { places: Awaited<ReturnType<typeof listElsewhere>> }

/** Where else what is taken back stands, in the same words or in others: there it is proposed as well once it is accepted. */
export function Elsewhere({ places }: Props) {
  const t = useTranslations('corrections')
  if (places.length === 0) return null
  return (
    <section className="correction-others" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('elsewhere')}</h2>
      <p className="elsewhere-says">{t('elsewhereSays')}</p>
      <ul>
        {places.map(({ entryShortId, entryTitle, noteTitle, sentence }) => (
          <li key={`${entryShortId} ${sentence}`}>
            <a href={entryPath({ shortId: entryShortId, title: entryTitle })}>{entryTitle}</a>
            <small>{noteTitle}</small>
            <q>{sentence}</q>
          </li>
        ))}
      </ul>
    </section>
  )
}
