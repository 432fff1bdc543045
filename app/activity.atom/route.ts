import { Feed } from 'feed'
import type { NextRequest } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { listActivity } from '#lib/activity/queries'
import { entryPath } from '#lib/entries/entry'
import { env } from '#lib/env'
import { madeFrom } from '#lib/pages/tags'
import { feedHtml, feedText } from '#lib/text/feed-text'
import { summaryHtml } from './summary-html.ts'

export const dynamic = 'force-dynamic'

/** The newest changes as an Atom feed (RFC 4287). */
export async function GET(request: NextRequest) {
  madeFrom('home')
  const [t, history, { items }] = await Promise.all([
    getTranslations('activity'),
    getTranslations('history'),
    listActivity({}),
  ])
  const url = env().PUBLIC_URL ?? request.nextUrl.origin
  const feed = new Feed({
    id: `${url}/activity`,
    link: `${url}/activity`,
    title: `Errata · ${t('title')}`,
    updated: items[0]?.at ?? new Date(0),
    copyright: '',
    feedLinks: { atom: `${url}/activity.atom` },
  })
  for (const item of items) {
    const texts = item.answerShortId ? `/answers/${item.answerShortId}` : `/entries/${item.entry.shortId}`
    const isNew = item.number === 1
    const did = isNew ? (item.answerShortId ? 'answered' : 'asked') : item.kind
    feed.addItem({
      id: `urn:uuid:${item.id}`,
      title: feedHtml(`${item.author.name} ${t(did)} ${item.entry.title}`),
      link: isNew
        ? url + entryPath(item.entry)
        : `${url}${texts}/compare?from=${item.number - 1}&to=${item.number}`,
      description: summaryHtml(item, history, url),
      date: item.at,
      author: [{ name: feedText(item.author.name) }],
    })
  }
  return new Response(feed.atom1(), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
