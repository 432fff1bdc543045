import type { getTranslations } from 'next-intl/server'
import { feedHtml } from '#lib/text/feed-text'
import { readSummary } from '../_history/read-summary.ts'

/** Why a version was made, for readers of the feed: links lead to the wiki at `url`. */
export function summaryHtml(
  version: { kind: string; summary: string },
  t: Awaited<ReturnType<typeof getTranslations<'history'>>>,
  url: string,
): string {
  const made = readSummary(version)
  if (!made) return feedHtml(version.summary)
  if (made.word !== 'takenFrom') return feedHtml(t(made.word, { number: made.number }))
  const { number, path, title } = made
  return t.markup('takenFrom', { number, source: () => `<a href="${url}${path}">${feedHtml(title)}</a>` })
}
