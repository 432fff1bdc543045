import { useTranslations } from 'next-intl'
import { comparePages, type PageBlock } from '#lib/rendering/compare-pages'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { ChangeSteps } from './change-steps.tsx'
import { SourceComparison } from './comparison.tsx'

type Written = { markdown: string; html: string }

/** Two texts compared as they are read: blocks gone, new or changed, in changed ones the words. */
export function PageComparison({ before, after }: { before: Written; after: Written }) {
  const t = useTranslations('compare')
  // Revisions hold nothing but what the rendering pipeline made.
  const blocks = comparePages(before.html as TrustedHtml, after.html as TrustedHtml)
  if (!blocks)
    return (
      <>
        <p className="no-change">{t('tooLarge')}</p>
        <SourceComparison before={before.markdown} after={after.markdown} view="inline" />
      </>
    )
  const total = blocks.filter(({ op }) => op !== 'same').length
  if (total === 0)
    return <p className="no-change">{t(before.markdown === after.markdown ? 'same' : 'looksSame')}</p>
  return (
    <>
      <ChangeSteps total={total} />
      <div className="page-diff">
        {numbered(blocks).map(({ block, key, number }) =>
          block.op === 'same' ? (
            <Prose key={key} html={block.html} />
          ) : (
            <section
              key={key}
              className="change"
              data-op={block.op}
              tabIndex={-1}
              aria-label={t(block.op, { number, total })}
            >
              <Prose html={block.html} />
            </section>
          ),
        )}
      </div>
    </>
  )
}

/** Unchanged neighbours are one; what changed is counted. */
function numbered(blocks: PageBlock[]): { block: PageBlock; key: number; number: number }[] {
  const all: { block: PageBlock; key: number; number: number }[] = []
  let number = 0
  for (const block of blocks) {
    const last = all.at(-1)
    if (block.op === 'same' && last?.block.op === 'same')
      // Both were trusted alone.
      last.block = { op: 'same', html: (last.block.html + block.html) as TrustedHtml }
    else all.push({ block, key: all.length, number: block.op === 'same' ? number : ++number })
  }
  return all
}
