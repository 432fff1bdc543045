import { Copy } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { MergedQuestion } from '#lib/duplicates/merge-queries'
import type { listOffers, listSameQuestions } from '#lib/duplicates/queries'
import { entryPath } from '#lib/entries/entry'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { languageOf } from '#lib/text/language'
import { Prose } from '#ui/prose'

/** What was merged into this question, each with its history and the way back; the one that a reader came for is lit up. */
export async function MergedFrom({ merged }: { merged: MergedQuestion[] }) {
  if (merged.length === 0) return null
  const t = await getTranslations('duplicates')
  return (
    <ul className="merged-from">
      {merged.map(({ id, shortId, title, note }) => (
        <li key={id} id={`merged-${shortId}`}>
          {t('mergedFrom')}{' '}
          <a href={`${entryPath({ shortId, title })}/history`} lang={languageOf(title)}>
            {title}
          </a>{' '}
          <span className="muted">{note}</span>{' '}
          <a href={`/duplicates/merges/${id}`} data-needs="editor" hidden>
            {t('unmergeNow')}
          </a>
        </li>
      ))}
    </ul>
  )
}

type Same = Awaited<ReturnType<typeof listSameQuestions>>

/** Questions that may ask, or do ask, the same. */
export async function SameQuestions({ same }: { same: Same }) {
  if (same.length === 0) return null
  const t = await getTranslations('duplicates')
  return (
    <nav className="same-questions" aria-labelledby="same">
      <h2 id="same">{t('sameAs')}</h2>
      <ul>
        {same.map(({ shortId, title, note, confirmed }) => (
          <li key={shortId}>
            <Copy aria-hidden="true" size={14} />
            <a href={entryPath({ shortId, title })} lang={languageOf(title)}>
              {title}
            </a>
            <span className="muted">{[note, confirmed ? null : t('maybe')].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Offer = Awaited<ReturnType<typeof listOffers>>[number]

/** Answers that stand at duplicates of an open question, each to be read here and taken over with one click. */
export async function Offers({ path, offers }: { path: string; offers: Offer[] }) {
  if (offers.length === 0) return null
  const t = await getTranslations('duplicates')
  return (
    <section className="offers" aria-labelledby="offers">
      <h2 id="offers">{t('offers')}</h2>
      {offers.map(({ id, shortId, html, title, entryShortId, author, authorKind }, at) => (
        <details key={id} className="offer" open={at === 0}>
          <summary lang={languageOf(title)}>{title}</summary>
          {/* Revisions hold nothing but what the rendering pipeline made. */}
          <Prose html={html as TrustedHtml} />
          <div className="offer-foot">
            <a href={`${entryPath({ shortId: entryShortId, title })}#a-${shortId}`}>{t('readThere')}</a>
            <span className="muted">{authorKind === 'system' ? null : author}</span>
            <form method="post" action={`${path}/take-over`} data-needs="member" hidden>
              <input type="hidden" name="answer" value={id} />
              <button type="submit" className="button">
                {t('takeOver')}
              </button>
            </form>
          </div>
        </details>
      ))}
    </section>
  )
}
