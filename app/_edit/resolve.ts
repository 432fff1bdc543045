import type { Hunk } from '#lib/text/hunk'

type Clash = { base: string; mine: string; theirs: string }
/** What somebody decided on one clash: a side, both one after the other, or words of their own. */
export type Decision = { take: 'mine' | 'theirs' | 'both' } | { take: 'edit'; text: string }

/** The text that a decision stands for; mine until there is one, so that nothing of it is lost. */
export function decided({ mine, theirs }: Clash, decision: Decision | undefined): string {
  if (!decision || decision.take === 'mine') return mine
  if (decision.take === 'edit') return decision.text
  return decision.take === 'theirs' ? theirs : joined(mine, theirs)
}

/** The whole text with each clash decided; `decisions` are numbered as the hunks are. */
export function resolve(hunks: Hunk[], decisions: Record<number, Decision>): string {
  return hunks.map((hunk, at) => (hunk.kind === 'same' ? hunk.text : decided(hunk, decisions[at]))).join('')
}

/** Both sides one after the other; a line of its own stays one. */
function joined(mine: string, theirs: string): string {
  const isLast = mine !== '' && !mine.endsWith('\n') && theirs.endsWith('\n')
  return isLast ? `${mine}\n${theirs}` : mine + theirs
}
