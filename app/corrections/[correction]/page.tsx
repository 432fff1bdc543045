import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isSignedIn } from '#lib/auth/viewer'
import { listThreads } from '#lib/comments/queries'
import { listElsewhere } from '#lib/corrections/elsewhere-queries'
import { QueueFilter } from '#lib/corrections/input'
import { listCorrectionsOfEntry } from '#lib/corrections/passage-queries'
import { listOpenCorrections } from '#lib/corrections/queue-queries'
import { Comments } from '../../_comments/comments.tsx'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { queuePath } from '../queue-path.ts'
import { CorrectionHead } from './correction-head.tsx'
import { CorrectionSteps } from './correction-steps.tsx'
import { CorrectionWhy } from './correction-why.tsx'
import { Decision } from './decision.tsx'
import { decisionLabels } from './decision-labels.ts'
import { Elsewhere } from './elsewhere.tsx'
import { OtherCorrections } from './other-corrections.tsx'
import { ProposedChange } from './proposed-change.tsx'
import { requireReadable } from './require-readable.ts'

type Props = {
  params: Promise<{ correction: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await requireReadable((await params).correction)
  const t = await getTranslations('corrections')
  return { title: t('titleOf', { title: found.entry.title ?? '' }) }
}

/** One correction: what it changes, why, what became of it, and for those who may the decision. */
export default async function CorrectionPage({ params, searchParams }: Props) {
  const { viewer, found } = await requireReadable((await params).correction)
  const filter = QueueFilter.catch({}).parse(await searchParams)
  const [t, labels, refusals, others, places, threads, queue] = await Promise.all([
    getTranslations('corrections'),
    decisionLabels(),
    refusalWords(),
    listCorrectionsOfEntry(viewer, found.entry.id),
    found.state === 'open' ? listElsewhere(viewer, found.id) : [],
    listThreads({ correctionIds: [found.id] }),
    isSignedIn(viewer) ? listOpenCorrections(viewer, filter, 100) : { items: [] },
  ])
  if (!found.newest) notFound()
  const at = queue.items.findIndex(({ id }) => id === found.id)
  const [previous, next] = [queue.items[at - 1], queue.items[at + 1] ?? (at < 0 ? queue.items[0] : undefined)]
  const steps = [
    { rel: 'prev', item: at > 0 ? previous : undefined, word: `${t('previous')} (k)` },
    { rel: 'next', item: next, word: `${t('next')} (j)` },
  ]
  // Whoever proposed it hears of every comment here.
  const mayAsk =
    isSignedIn(viewer) &&
    viewer.id !== found.authorId &&
    found.authorKind === 'person' &&
    found.state === 'open'
  return (
    <Shell place={{ page: 'corrections' }}>
      <div className="correction">
        <CorrectionHead found={found} />
        <nav className="queue-steps" aria-label={t('queue')}>
          {steps.map(({ rel, item, word }) =>
            item ? (
              <a key={rel} className="button quiet" rel={rel} href={queuePath(filter, item.shortId)}>
                {word}
              </a>
            ) : null,
          )}
        </nav>
        <ProposedChange found={found} />
        <CorrectionWhy found={found} />
        <Decision
          correction={{
            id: found.id,
            shortId: found.shortId,
            rev: found.rev,
            headRevisionId: found.head.id,
            state: found.state,
            rights: found.rights,
            standing: found.standing,
            changes: found.preview?.outcome === 'clean' ? found.preview.changes : [],
            isClean: found.preview?.outcome === 'clean',
            isConflicting: found.conflicting,
          }}
          nextPath={next ? queuePath(filter, next.shortId) : queuePath(filter)}
          labels={labels}
          refusals={{
            ...refusals,
            conflict: t('changedMeanwhile'),
            'state.accepted': String(t.raw('meanwhileAccepted')),
            'state.rejected': String(t.raw('meanwhileRejected')),
            'state.withdrawn': String(t.raw('meanwhileWithdrawn')),
            'state.superseded': t('meanwhileSuperseded'),
          }}
        />
        {mayAsk ? (
          <p className="correction-ask">
            {/* The field stands in what may be folded: going to it opens that. */}
            <a href={`#comments-correction-${found.shortId}-new`}>{t('askAuthor', { name: found.author })}</a>
          </p>
        ) : null}
        <OtherCorrections
          corrections={others.filter(({ id, state }) => id !== found.id && state === 'open')}
        />
        <Elsewhere places={places} />
        <CorrectionSteps found={found} />
        <Comments
          on={{ kind: 'correction', id: found.shortId }}
          threads={threads.get(found.id) ?? []}
          path={`/corrections/${found.shortId}`}
          ownerId={found.authorId}
        />
      </div>
    </Shell>
  )
}
