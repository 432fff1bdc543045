import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { findMergeSide } from '#lib/duplicates/merge-queries'
import { mayMerge } from '#lib/duplicates/policy'
import { entryPath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { MergeForm } from './merge-form.tsx'

type Props = { searchParams: Promise<{ from?: string | string[]; into?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('mergeTitle'), robots: { index: false } }
}

/** What becomes of two questions when they are made one, before it is done. */
export default async function MergePage({ searchParams }: Props) {
  const { from, into } = await searchParams
  if (typeof from !== 'string' || typeof into !== 'string' || from === into) notFound()
  const viewer = await requireSignedIn(`/duplicates/merge?${new URLSearchParams({ from, into })}`)
  if (!mayMerge(viewer)) notFound()
  const [t, gone, kept] = await Promise.all([
    getTranslations('duplicates'),
    findMergeSide(viewer, from),
    findMergeSide(viewer, into),
  ])
  if (!gone || !kept) notFound()
  const refusals = await refusalWords({ conflict: t('mergeConflict') })
  const moves = (
    [
      ['moveAnswers', gone.answers],
      ['moveVotes', gone.votes],
      ['moveComments', gone.comments],
      ['moveEncounters', gone.encounters],
      ['moveTags', gone.tags],
      ['moveNames', gone.aliases + 1],
      ['moveWatchers', gone.watchers],
      ['moveCorrections', gone.corrections],
    ] as const
  ).filter(([, count]) => count > 0)
  return (
    <Shell>
      <PageHead title={t('mergeTitle')} />
      <div className="merge-sides">
        {(
          [
            ['mergeGone', gone],
            ['mergeKept', kept],
          ] as const
        ).map(([role, side]) => (
          <section key={role} className="pair-side" data-role={role} aria-labelledby={role}>
            <p id={role}>{t(role)}</p>
            <h2 lang={languageOf(side.title)}>
              <a href={entryPath(side)}>{side.title}</a>
            </h2>
            <p className="pair-where">{[side.note, t('answers', { answers: side.answers })].join(' · ')}</p>
          </section>
        ))}
      </div>
      <p>
        <a className="button" href={`/duplicates/merge?${new URLSearchParams({ from: into, into: from })}`}>
          {t('turnRound')}
        </a>
      </p>
      <section className="panel" aria-labelledby="moves">
        <h2 id="moves">{t('moves')}</h2>
        <ul className="merge-moves">
          {moves.map(([name, count]) => (
            <li key={name}>{t(name, { count })}</li>
          ))}
        </ul>
        <p>{t('mergeKeeps')}</p>
        <MergeForm
          from={gone.id}
          into={kept.id}
          refusals={refusals}
          labels={{
            submit: t('mergeNow'),
            done: t('merged'),
            undo: t('undoMerge'),
            undone: t('unmerged'),
            open: t('openMerged'),
            next: t('nextPair'),
          }}
        />
      </section>
    </Shell>
  )
}
