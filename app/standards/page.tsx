import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayChooseStandard } from '#lib/answers/policy'
import { listOpenProposals } from '#lib/answers/proposal-queries'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { entryPath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Time } from '#ui/time'
import { textAnchor } from '../_corrections/text-anchor.ts'
import { Shell } from '../_layout/shell.tsx'
import { troubleWords } from '../_layout/trouble-words.ts'
import { ReviewPlaces } from '../corrections/review-places.tsx'
import { ChooseButton, DeclineButton } from '../entries/[entry]/standard.tsx'

type Proposed = Awaited<ReturnType<typeof listOpenProposals>>[number]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('answers'))('proposed'), robots: { index: false } }
}

/** Which answers members would make the standard ones, each decided with one click. */
export default async function StandardsPage() {
  const viewer = await requireSignedIn('/standards')
  if (!mayChooseStandard(viewer)) notFound()
  const [t, proposals, troubles] = await Promise.all([
    getTranslations('answers'),
    listOpenProposals(viewer),
    troubleWords(),
  ])
  return (
    <Shell place={{ page: 'corrections' }}>
      <PageHead title={t('proposed')}>
        <p>{t('proposedLead')}</p>
      </PageHead>
      <ReviewPlaces place="standards" />
      {proposals.length === 0 ? <EmptyState title={t('proposedNone')} /> : null}
      <ol className="queue" data-troubles={troubles}>
        {proposals.map((proposed) => (
          <Row
            key={proposed.answer}
            proposed={proposed}
            words={{ make: t('makeStandard'), and: t('listAnd') }}
          />
        ))}
      </ol>
    </Shell>
  )
}

function Row({ proposed, words }: { proposed: Proposed; words: { make: string; and: string } }) {
  const { entry, begins, people, at, note } = proposed
  const title = entry.title ?? ''
  const answer = { shortId: proposed.answer, revisionId: proposed.revisionId }
  return (
    <li>
      <p className="queue-head">
        <a
          href={`${entryPath(entry)}${textAnchor(proposed.answer)}`}
          data-queue-item=""
          lang={languageOf(title)}
        >
          {title}
        </a>
      </p>
      <p className="queue-why" lang={languageOf(begins)}>
        {begins}
      </p>
      <p className="queue-foot">
        <span>{people.join(words.and)}</span>
        <Time at={at} />
        <span>{note}</span>
      </p>
      <div className="decision-buttons">
        <ChooseButton answer={answer} isStandard={true} word={words.make} />
        <DeclineButton answer={answer} />
      </div>
    </li>
  )
}
