import { useTranslations } from 'next-intl'
import { comparePages, type PageBlock } from '#lib/rendering/compare-pages'
import type { TrustedHtml } from '#lib/rendering/rendered'
import { Prose } from '#ui/prose'
import { ChangeSteps } from './change-steps.tsx'
import { SourceComparison } from './source-comparison.tsx'

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
        {numbered(blocks).map(({ block, number, movedTo }, at) =>
          block.op === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: made once, never reordered.
            <Prose key={at} html={block.html} />
          ) : (
            <section
              key={`change-${number}`}
              id={`change-${number}`}
              className="change"
              data-op={block.op}
              data-moved={movedTo ? '' : undefined}
              tabIndex={-1}
              aria-label={t(block.op, { number, total })}
            >
              {movedTo ? (
                <a className="diff-move" href={`#change-${movedTo}`}>
                  {t(block.op === 'removed' ? 'movedAway' : 'movedHere')}
                </a>
              ) : null}
              <Prose html={block.html} />
            </section>
          ),
        )}
      </div>
    </>
  )
}

type Numbered = { block: PageBlock; number: number; movedTo?: number }

/** Unchanged neighbours are one; what changed is counted, and what moved knows the number of its other half. */
function numbered(blocks: PageBlock[]): Numbered[] {
  const all: Numbered[] = []
  let count = 0
  const numbers = blocks.map(({ op }) => (op === 'same' ? count : ++count))
  blocks.forEach((block, at) => {
    const last = all.at(-1)
    if (block.op === 'same' && last?.block.op === 'same')
      // Both were trusted alone.
      last.block = { op: 'same', html: (last.block.html + block.html) as TrustedHtml }
    else
      all.push({
        block,
        number: numbers[at] ?? 0,
        movedTo: block.movedTo === undefined ? undefined : numbers[block.movedTo],
      })
  })
  return all
}
