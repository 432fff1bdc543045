import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { tagPath } from '#lib/entries/entry'
import { listTags } from '#lib/entries/list-queries'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Shell } from '../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tags')
  return { title: t('title') }
}

/** Every tag with the number of its questions. */
export default async function TagsPage() {
  madeFrom('tags', 'everything')
  const [t, tags] = await Promise.all([getTranslations('tags'), listTags()])
  return (
    <Shell place={{ page: 'tags' }}>
      <PageHead title={t('title')}>
        <p>{t('count', { tags: tags.length })}</p>
      </PageHead>
      {tags.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ul className="chips tags">
        {tags.map(({ name, entries }) => (
          <li key={name}>
            <a className="chip" href={tagPath(name)}>
              {name} <span className="count">{entries}</span>
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
