import { fold, squash } from './fold.ts'
import { type Need, needOfName, needsOfChinese } from './needs.ts'
import { joinsOthers, nameOf } from './small-words.ts'
import { nameInside, synonymsOf } from './synonyms.ts'
import type { Run } from './tokens.ts'

/** A stretch of a query that may be said in other words. */
export type Span = {
  /** As typed, but without the pairs that straddle the ends of a known name. */
  literal: Need[]
  /** As typed or in other words. */
  wide: Need[]
  /** The whole in other words, as names. */
  names: string[]
  /** The other words, to light up. */
  terms: string[]
}

const longestName = 5

/** Goes over the runs from the left and takes the longest stretch that has synonyms as one span. */
export function spansOf(runs: Run[], needsOf: (run: Run) => Need[]): Span[] {
  const spans: Span[] = []
  for (let from = 0; from < runs.length; ) {
    const { stretch, synonyms } = longestKnown(runs.slice(from, from + longestName))
    const literal = stretch.flatMap(needsOf)
    spans.push(synonyms.length > 0 ? alternatives(literal, synonyms) : spanAround(stretch[0]!, literal))
    from += stretch.length
  }
  return spans
}

function longestKnown(ahead: Run[]): { stretch: Run[]; synonyms: string[] } {
  for (let length = ahead.length; length > 0; length--) {
    const stretch = ahead.slice(0, length)
    const synonyms = synonymsOf(squash(stretch.map((run) => run.text).join('')))
    if (synonyms.length > 0) return { stretch, synonyms }
  }
  return { stretch: ahead.slice(0, 1), synonyms: [] }
}

function alternatives(
  literal: Need[],
  synonyms: string[],
  rest: Need[] = [],
  whole = (name: string) => name,
): Span {
  return {
    literal: [...literal, ...rest],
    wide: [{ any: [{ all: literal }, ...synonyms.map(needOfName)] }, ...rest],
    names: synonyms.map((name) => nameOf(whole(name))),
    terms: synonyms.map(fold),
  }
}

/** A name in the midst of Chinese: what stands around it is needed too, but not the pairs across its ends, which only this word order has. */
function spanAround(run: Run, literal: Need[]): Span {
  const name = run.kind === 'han' ? nameInside(run.text) : undefined
  if (!name) return { literal, wide: literal, names: [], terms: [] }
  const at = run.text.indexOf(name)
  const around = [run.text.slice(0, at), run.text.slice(at + name.length)].filter(
    (text) => !joinsOthers(text),
  )
  return alternatives(needsOfChinese(name), synonymsOf(name), around.flatMap(needsOfChinese), (synonym) =>
    run.text.replace(name, synonym),
  )
}
