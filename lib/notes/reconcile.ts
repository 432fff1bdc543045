import { mergeTexts } from '#lib/text/merge'
import type { TitledText } from './earlier-texts.ts'

export type Reconciled =
  | { outcome: 'unchanged' }
  | { outcome: 'written'; kind: 'import' | 'merge'; text: TitledText }
  | { outcome: 'conflict' }

/**
 * What becomes of a text when a newer file says `theirs`, the older one said `base` and the head is `mine`: the file's text where
 * people left it alone, both changes where they do not touch, else the head as it is.
 */
export function reconcile(base: TitledText | undefined, mine: TitledText, theirs: TitledText): Reconciled {
  if (same(mine, theirs) || (base && same(base, theirs))) return { outcome: 'unchanged' }
  if (base && same(base, mine)) return { outcome: 'written', kind: 'import', text: theirs }
  const title = mergeTitles(base?.title ?? null, mine.title, theirs.title)
  const merged = mergeTexts(base?.markdown ?? '', mine.markdown, theirs.markdown)
  if (title === undefined || !merged.clean) return { outcome: 'conflict' }
  const text = { title, markdown: merged.text }
  return same(text, mine) ? { outcome: 'unchanged' } : { outcome: 'written', kind: 'merge', text }
}

const same = (a: TitledText, b: TitledText): boolean => a.title === b.title && a.markdown === b.markdown

function mergeTitles(
  base: string | null,
  mine: string | null,
  theirs: string | null,
): string | null | undefined {
  if (mine === theirs || theirs === base) return mine
  return mine === base ? theirs : undefined
}
