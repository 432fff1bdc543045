import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { findContributor, listActivity } from '#lib/activity/queries'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Time } from '#ui/time'
import { ActivityList } from '../../_layout/activity-list.tsx'
import { Shell } from '../../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ person: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await requireContributor((await params).person)
  return { title: name, robots: { index: false } }
}

/** What one person gave to the wiki. */
export default async function PersonPage({ params, searchParams }: Props) {
  madeFrom('home')
  const person = await requireContributor((await params).person)
  const before = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).before)
  const [t, { items, next }] = await Promise.all([
    getTranslations('activity'),
    listActivity({ before, personId: person.id }),
  ])
  const { shortId, questions, answers, corrections, edits } = person
  return (
    <Shell>
      <PageHead title={person.name}>
        <p>{t('given', { questions, answers, corrections, edits })}</p>
        <p>
          {t('since')} <Time at={person.since} />
        </p>
      </PageHead>
      {items.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ActivityList items={items} />
      {next ? (
        <p>
          <a className="button" href={`/people/${shortId}?before=${next}`} rel="next">
            {t('more')}
          </a>
        </p>
      ) : null}
    </Shell>
  )
}

const requireContributor = cache(async (shortId: string) => {
  const person = await findContributor(shortId)
  if (!person) notFound()
  return person
})
