import { Pencil } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { tagPath } from '#lib/entries/entry'
import { listEntriesOfTag } from '#lib/entries/list-queries'
import { pageOf } from '#lib/entries/stretch'
import { madeFrom } from '#lib/pages/tags'
import { PageHead } from '#ui/page-head'
import { decodeSegment } from '../../_layout/decode-segment.ts'
import { EntryList } from '../../_layout/entry-list.tsx'
import { OrderChips } from '../../_layout/order-chips.tsx'
import { PageLinks } from '../../_layout/page-links.tsx'
import { Shell } from '../../_layout/shell.tsx'
import { requireTag } from './require-tag.ts'

export const dynamic = 'force-dynamic'

type Props = {
  params: Promise<{ tag: string }>
  searchParams: Promise<{ page?: string | string[]; sort?: string | string[] }>
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return { title: `#${decodeSegment((await params).tag)}` }
}

/** The questions that carry one tag, a hundred a page. */
export default async function TagPage({ params, searchParams }: Props) {
  madeFrom('tags', 'everything')
  const { name, entries: total } = await requireTag((await params).tag)
  const [t, making] = await Promise.all([getTranslations('tags'), getTranslations('making')])
  const { page, sort } = await searchParams
  const byFrequency = sort === 'asked'
  const shown = pageOf(total, page)
  const entries = await listEntriesOfTag(name, shown, byFrequency)
  return (
    <Shell place={{ page: 'tags' }}>
      <PageHead title={`# ${name}`}>
        <p>{t('entries', { entries: total })}</p>
        <p className="note-actions">
          <a className="button quiet" href={`${tagPath(name)}/edit`} data-fresh="" data-needs="editor" hidden>
            <Pencil aria-hidden="true" size={14} />
            {making('renameTag')}
          </a>
        </p>
      </PageHead>
      <OrderChips path={tagPath(name)} byFrequency={byFrequency} />
      <EntryList entries={entries} aside={byFrequency ? 'asked' : 'note'} empty={t('none')} />
      <PageLinks {...shown} to={(page) => pagePath(tagPath(name), { page, byFrequency })} />
    </Shell>
  )
}

function pagePath(path: string, { page, byFrequency }: { page: number; byFrequency: boolean }): string {
  const query = new URLSearchParams({
    ...(byFrequency && { sort: 'asked' }),
    ...(page > 1 && { page: String(page) }),
  })
  return query.size > 0 ? `${path}?${query}` : path
}
