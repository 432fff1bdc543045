import { getTranslations } from 'next-intl/server'
import { listPages } from '#lib/entries/history-queries'
import { blocksOf } from '#lib/rendering/page-blocks'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { blameParts } from '#lib/text/blame'
import { Prose } from '#ui/prose'
import { BlameWho } from './blame-who.tsx'
import { BlamedSource } from './blamed-source.tsx'
import type { HistoryPlace } from './require-place.ts'

/** Bytes of all versions together that can be read while somebody waits. */
const longest = 1_500_000

/** The text as it is read, block by block, with who last wrote each; where its versions are too large for that, as source. */
export async function BlamedPage({ place }: { place: HistoryPlace }) {
  const [t, versions] = await Promise.all([getTranslations('history'), listPages(place.subject, longest)])
  if (!versions)
    return (
      <>
        <p className="no-change">{t('blameTooLarge')}</p>
        <BlamedSource place={place} />
      </>
    )
  // Revisions hold nothing but what the rendering pipeline made.
  const blocks = blameParts(versions, ({ html }) => blocksOf(html as TrustedHtml).map((block) => block.html))
  const passages = blocks.map(({ text, version }, at) => ({ html: text, version, at }))
  if (passages.length === 0) return <p className="no-change">{t('emptyText')}</p>
  return (
    <ol className="blame">
      {passages.map(({ html, version, at }) => (
        <li key={at} className="blame-passage">
          {/* Neighbours of one version say it once. */}
          <BlameWho
            version={version}
            path={place.path}
            isRepeated={passages[at - 1]?.version.id === version.id}
          />
          <Prose html={html as TrustedHtml} />
        </li>
      ))}
    </ol>
  )
}
