import { Pencil } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { tagPath } from '#lib/entries/entry'
import { listEntriesOfTag } from '#lib/entries/list-queries'
import { madeFrom } from '#lib/pages/tags'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../_layout/decode-segment.ts'
import { EntryList } from '../../_layout/entry-list.tsx'
import { OrderChips } from '../../_layout/order-chips.tsx'
import { Shell } from '../../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ tag: string }>
  searchParams: Promise<{ sort?: string | string[] }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: `#${decodeSegment((await params).tag)}` }
}

/** The questions that carry one tag. */
export default async function TagPage({ params, searchParams }: Props) {
  madeFrom('tags', 'everything')
  const name = decodeSegment((await params).tag).normalize('NFC')
  const byFrequency = (await searchParams).sort === 'asked'
  const [t, making, entries] = await Promise.all([
    getTranslations('tags'),
    getTranslations('making'),
    listEntriesOfTag(name, byFrequency),
  ])
  if (entries.length === 0) notFound()
  return (
    <Shell place={{ page: 'tags' }}>
      <PageHead title={`# ${name}`}>
        <p>{t('entries', { entries: entries.length })}</p>
        <p className="note-actions">
          <a className="button quiet" href={`${tagPath(name)}/edit`} data-fresh="" data-needs="editor" hidden>
            <Pencil aria-hidden="true" size={14} />
            {making('renameTag')}
          </a>
        </p>
      </PageHead>
      <OrderChips path={tagPath(name)} byFrequency={byFrequency} />
      <EntryList entries={entries} aside={byFrequency ? 'asked' : 'note'} empty={t('none')} />
    </Shell>
  )
}
