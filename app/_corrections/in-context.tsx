import { useTranslations } from 'next-intl'
import type { Change } from '#lib/text/changes'
import { languageOf } from '#lib/text/language'
import { Pieces } from '../_history/pieces.tsx'

/** Characters of context that a brief view keeps on either side. */
const brief = 40

type Props = { change: Pick<Change, 'lead' | 'tail' | 'pieces' | 'after' | 'before'>; brief?: boolean }

/** A change as a proofreader marks it, with what stands around it in the same lines. */
export function InContext({ change: { lead, tail, pieces, after, before }, brief: isBrief }: Props) {
  const t = useTranslations('corrections')
  const [first, last] = [pieces[0]?.text ?? '', pieces.at(-1)?.text ?? '']
  // Where a line alone ends anew, both of what it parts are shown.
  const left = /^\n.*\S/s.test(first) ? '' : (lead.split('\n').at(-1) ?? '')
  const right = /\S.*\n$/s.test(last) ? '' : (tail.split('\n')[0] ?? '')
  return (
    <p className="in-context" lang={languageOf(after || before)}>
      <span>{isBrief ? left.slice(-brief) : left}</span>
      <Pieces pieces={pieces} lineEnd={t('lineEnd')} />
      <span>{isBrief ? right.slice(0, brief) : right}</span>
    </p>
  )
}
