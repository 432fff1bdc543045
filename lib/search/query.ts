import { longestQuery } from './engine.ts'
import { fold } from './fold.ts'
import { type Need, needsOfRun } from './needs.ts'
import { joinsOthers, nameOf } from './small-words.ts'
import { spansOf } from './spans.ts'
import { partsOf, type Run, runsOf } from './tokens.ts'

export type ParsedQuery = {
  /** As typed, without control characters, at most 200 code points. */
  text: string
  /** All of these, as typed. */
  literal: Need[]
  /** The same with the last word taken as finished. */
  finished: Need[]
  /** All of these, where synonyms also do. */
  wide: Need[]
  /** `wide` without what finds a compound by its parts alone; null where that is no different. */
  strict: Need[] | null
  /** As `nameOf` has it: the query, then what it is in other words. */
  names: string[]
  /** The name of the last of several runs: what the query is about, in Chinese as in English. */
  head: string | null
  /** To light up. */
  terms: string[]
  /** Latin words, folded, with whether more letters may follow. */
  words: { text: string; unfinished: boolean }[]
  /** The letters, when nothing but Latin letters was typed. */
  sound: string | null
}

// More words than anybody asks for; what follows them is not looked for.
const mostRuns = 24

/** Takes any text as a query: no sign in it is an operator. */
export function parseQuery(typed: string): ParsedQuery {
  const text = clean(typed)
  const folded = fold(text)
  const runs = runsOf(folded).slice(0, mostRuns)
  const last = runs.at(-1)
  const isOpen = (run: Run) => run === last && run.kind === 'latin' && folded.endsWith(run.text)
  const asked = runs.filter((run) => !saysNothing(run, isOpen(run)))
  const needed = asked.length > 0 ? asked : runs
  const spans = spansOf(needed, (run) => needsOfRun(run, { unfinished: isOpen(run), inParts: true }))
  const closed = spansOf(runs, (run) => needsOfRun(run, { unfinished: false, inParts: true }))
  const words = runs.filter((run) => run.kind === 'latin')
  const hasParts = words.some((word) => partsOf(word.text).length > 1)
  const whole = (run: Run) => needsOfRun(run, { unfinished: isOpen(run), inParts: false })
  const letters = /^[a-z' ]+$/.test(folded) ? folded.replace(/[' ]/g, '') : ''
  const head = last && runs.length > 1 ? nameOf(last.text) : ''
  return {
    text,
    literal: spans.flatMap((span) => span.literal),
    finished: closed.flatMap((span) => span.literal),
    wide: spans.flatMap((span) => span.wide),
    strict: hasParts ? spansOf(needed, whole).flatMap((span) => span.wide) : null,
    names: [nameOf(text), ...(spans.length === 1 ? (spans[0]?.names ?? []) : [])].filter(Boolean),
    head: [...head].length > 1 ? head : null,
    terms: [...new Set([...runs.map((run) => run.text), ...spans.flatMap((span) => span.terms)])],
    words: words.map((run) => ({ text: run.text, unfinished: isOpen(run) })),
    sound: letters || null,
  }
}

/** A joining character, or the one letter of a word just begun: beside other words neither is asked for. */
function saysNothing(run: Run, unfinished: boolean): boolean {
  return run.kind === 'han' ? joinsOthers(run.text) : unfinished && [...run.text].length === 1
}

/** Well-formed, without control characters, cut to what a box can hold. */
function clean(typed: string): string {
  const text = typed
    .slice(0, longestQuery * 4)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\ufffd]+/gu, ' ')
  return [...text.normalize('NFC')].slice(0, longestQuery).join('').trimStart()
}
