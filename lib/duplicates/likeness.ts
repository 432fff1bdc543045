import { namesIn, type Terms } from '#lib/search/title-terms'
import { mentions, overlap, type TextProfile } from './text-profile.ts'
import type { Indexed, TitleIndex } from './title-index.ts'

/** From here on two questions are proposed as the same. Chosen on hand-sorted notes, see `real-notes.test.ts`. */
export const threshold = 0.5

/** Below this, no text can lift a pair of titles over the threshold. */
export const hopeless = 0.25

/** From here on titles alone are enough, and no text needs to be read. */
export const plain = 0.85

// How much of a term counts that is not in the other title, but in the title of its section or in its texts.
const inSection = 0.9
const inText = 0.3
// A title that says far more than the other asks something else: taken off for what is missing to this share.
const wanted = 0.6
const forLess = 0.5
const forTexts = 0.35

const nothing: TextProfile = { han: '', words: new Set(), terms: new Set() }

/**
 * How likely two questions ask the same, 0 to 1: what their titles share, weighted by how telling it is (Dice's coefficient), more
 * where sections and texts fill what one title leaves out and where the texts are alike. The best of all wordings counts.
 */
export function likeness(
  index: TitleIndex,
  a: Indexed,
  b: Indexed,
  texts: { a: TextProfile; b: TextProfile } = { a: nothing, b: nothing },
): number {
  let best = 0
  for (const one of a.wordings)
    for (const other of b.wordings) {
      const score = compare(index, a, b, one.terms, other.terms, texts)
      best = Math.max(best, score * one.counts * other.counts)
    }
  return best === 0 ? 0 : Math.min(1, best + forTexts * overlap(texts.a, texts.b))
}

function compare(
  index: TitleIndex,
  a: Indexed,
  b: Indexed,
  ours: Terms,
  theirs: Terms,
  texts: { a: TextProfile; b: TextProfile },
): number {
  if (![...ours.keys()].some((term) => !term.startsWith('~') && theirs.has(term))) return 0
  if (areOfOthers(namesIn(ours), theirs, b) && areOfOthers(namesIn(theirs), ours, a)) return 0
  // Questions of one section share it: it says nothing about these two.
  const apart = a.sectionId !== b.sectionId
  const left = cover(index, ours, theirs, apart ? b.section : null, texts.b)
  const right = cover(index, theirs, ours, apart ? a.section : null, texts.a)
  const dice = (left.found + right.found) / (left.all + right.all)
  const least = Math.min(left.found / left.all, right.found / right.all)
  return dice * (1 - forLess * Math.max(0, wanted - least))
}

/** Whether the things that a title names are all strangers to another question: 适用场景 of MySQL and of Redis differ. */
const areOfOthers = (names: string[], title: Terms, { section }: Indexed): boolean =>
  names.length > 0 && !names.some((name) => title.has(name) || section.has(name))

/** How much of one title is found again in the other question. */
function cover(
  { rarity, concepts }: TitleIndex,
  terms: Terms,
  title: Terms,
  section: Terms | null,
  text: TextProfile,
): { found: number; all: number } {
  let found = 0
  let all = 0
  for (const [term, much] of terms) {
    const worth = much * rarity(term)
    all += worth
    if (title.has(term)) found += worth
    else if (section?.has(term)) found += worth * inSection
    else if (mentions(concepts, text, term)) found += worth * inText
  }
  return { found, all }
}
