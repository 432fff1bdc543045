import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { findMerge } from '#lib/duplicates/merge-queries'
import { mayMerge } from '#lib/duplicates/policy'
import { entryPath } from '#lib/entries/entry'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { UnmergeForm } from './unmerge-form.tsx'

type Props = { params: Promise<{ merge: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('unmergeTitle'), robots: { index: false } }
}

/** A merge that stands, with what it moved, to be taken apart. */
export default async function UnmergePage({ params }: Props) {
  const { merge: id } = await params
  if (!z.uuid().safeParse(id).success) notFound()
  const viewer = await requireSignedIn(`/duplicates/merges/${id}`)
  if (!mayMerge(viewer)) notFound()
  const [t, merge] = await Promise.all([getTranslations('duplicates'), findMerge(viewer, id)])
  if (!merge) notFound()
  const moves = (
    [
      ['moveAnswers', merge.answers],
      ['moveComments', merge.comments],
      ['moveEncounters', merge.encounters],
      ['moveTags', merge.tags],
      ['moveNames', merge.names],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <Shell>
      <PageHead title={t('unmergeTitle')}>
        <p>
          {t('mergedBy', { from: merge.from, by: merge.by })}{' '}
          <a href={entryPath({ shortId: merge.intoShortId, title: merge.into })}>{merge.into}</a>
        </p>
      </PageHead>
      <section className="panel" aria-labelledby="back">
        <h2 id="back">{t('goesBack')}</h2>
        <ul className="merge-moves">
          {moves.map(([name, count]) => (
            <li key={name}>{t(name, { count })}</li>
          ))}
        </ul>
        <p>{t('unmergeKeeps')}</p>
        <UnmergeForm
          merge={merge.id}
          refusals={await refusalWords({ conflict: t('unmergeConflict') })}
          labels={{ submit: t('unmergeNow'), done: t('unmerged') }}
        />
      </section>
    </Shell>
  )
}
