import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findNewestNumber, findRevision } from '#lib/entries/history-queries'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { languageOf } from '#lib/text/language'
import { Prose } from '#ui/prose'
import { Shell } from '../_layout/shell.tsx'
import { VersionLine } from '../entries/[entry]/version-line.tsx'
import { HistoryHead } from './history-head.tsx'
import { parseNumber } from './parse-number.ts'
import { type HistoryPlace, ownerOf } from './require-place.ts'
import { RevisionActions } from './revision-actions.tsx'
import { RevisionSummary } from './revision-summary.tsx'

type Props = { place: HistoryPlace; number: string }

/** One version of a text as it was: as a page and as Markdown. */
export async function RevisionPage({ place, number: wanted }: Props) {
  const number = parseNumber(wanted)
  if (number === undefined) notFound()
  const [t, revision, newest = number] = await Promise.all([
    getTranslations('history'),
    findRevision(place.subject, number),
    findNewestNumber(place.subject),
  ])
  if (!revision) notFound()
  const isOld = number < newest
  return (
    <Shell>
      <HistoryHead place={place} title={t('version', { number })}>
        <VersionLine text={revision} />
        <RevisionSummary revision={revision} />
      </HistoryHead>
      <div className="old-version" data-old={isOld || undefined}>
        <p>{isOld ? t('isOld', { number, newest }) : t('isNewest')}</p>
        <p className="revision-actions">
          {isOld ? <a href={place.readPath}>{t('toNewest')}</a> : <a href={place.readPath}>{t('read')}</a>}
          {isOld ? (
            <a href={`${place.path}/compare?from=${number}&to=${newest}`}>{t('compareNewest')}</a>
          ) : null}
          {number > 1 ? (
            <a href={`${place.path}/compare?from=${number - 1}&to=${number}`}>{t('compareBefore')}</a>
          ) : null}
          <RevisionActions path={place.path} number={number} newest={newest} ownerId={ownerOf(place)} />
        </p>
      </div>
      <article className="entry">
        {revision.title ? <h2 lang={languageOf(revision.title)}>{revision.title}</h2> : null}
        {/* Revisions hold nothing but what the rendering pipeline made. */}
        {revision.html ? <Prose html={revision.html as TrustedHtml} /> : <p>{t('emptyText')}</p>}
      </article>
      {revision.markdown ? (
        <details className="source">
          <summary>{t('markdown')}</summary>
          <pre lang={languageOf(revision.markdown)}>{revision.markdown}</pre>
        </details>
      ) : null}
    </Shell>
  )
}
