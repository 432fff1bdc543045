import type { Change } from '#lib/text/changes'
import { languageOf } from '#lib/text/language'
import { Pieces } from '../_history/pieces.tsx'

/** Characters of context that a brief view keeps on either side. */
const brief = 40

type Props = { change: Pick<Change, 'lead' | 'tail' | 'pieces' | 'after' | 'before'>; brief?: boolean }

/** A change as a proofreader marks it, with what stands around it. */
export function InContext({ change: { lead, tail, pieces, after, before }, brief: isBrief }: Props) {
  return (
    <p className="in-context" lang={languageOf(after || before)}>
      <span>{isBrief ? lead.slice(-brief) : lead}</span>
      <Pieces pieces={pieces} />
      <span>{isBrief ? tail.slice(0, brief) : tail}</span>
    </p>
  )
}
