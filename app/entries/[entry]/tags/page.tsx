import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { entryPath } from '#lib/entries/entry'
import { listTags } from '#lib/entries/list-queries'
import { mayName } from '#lib/entries/policy'
import { findEntry, listAliases, listEntryTags } from '#lib/entries/queries'
import { parseSlugId } from '#lib/text/slug'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../../_layout/decode-segment.ts'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { readMakingWords } from '../../../_making/making-words.ts'
import { Naming } from '../../../_making/naming.tsx'

// More than anybody scrolls through; the most used come first.
const mostKnown = 1_000

type Props = { params: Promise<{ entry: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('making'))('naming'), robots: { index: false } }
}

/** The tags of a question and its other names, for those who may change them. */
export default async function NamingPage({ params }: Props) {
  const segment = decodeSegment((await params).entry)
  const viewer = await requireSignedIn(`/entries/${encodeURIComponent(segment)}/tags`)
  const shortId = parseSlugId(segment)
  const entry = shortId ? await findEntry(shortId) : undefined
  if (!entry) notFound()
  const path = entryPath(entry)
  const t = await getTranslations('making')
  const head = (
    <PageHead title={t('naming')}>
      <p>
        <a href={path}>{entry.title}</a>
      </p>
    </PageHead>
  )
  if (!mayName(viewer, entry))
    return (
      <Shell>
        {head}
        <EmptyState title={t('namingForbidden')} />
      </Shell>
    )
  const [tags, aliases, known, making, refusals] = await Promise.all([
    listEntryTags(entry.id),
    listAliases(entry.id),
    listTags(),
    readMakingWords(),
    refusalWords(),
  ])
  return (
    <Shell>
      {head}
      <Naming
        entryId={entry.id}
        tags={tags.map(({ name }) => name)}
        aliases={aliases.map(({ alias }) => alias)}
        known={known.slice(0, mostKnown).map(({ name }) => name)}
        {...{ path, making, refusals }}
      />
    </Shell>
  )
}
