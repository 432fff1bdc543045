/** A stretch of a merge that did not come out: one on which both sides agree, or one that each changed in its own way. */
export type Hunk =
  | { kind: 'same'; text: string }
  | { kind: 'conflict'; base: string; mine: string; theirs: string }

/** Adds text on which both sides agree; a hunk of it never stands beside another, nor empty. */
export function pushSame(hunks: Hunk[], text: string): void {
  const last = hunks.at(-1)
  if (last?.kind === 'same') last.text += text
  else if (text !== '') hunks.push({ kind: 'same', text })
}
