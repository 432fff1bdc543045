import { fold } from './fold.ts'
import { joined, pairsOf, partsOf, type Run, runsOf } from './tokens.ts'

/** What a document must have: a token, the beginning of one, or several of these. `goesOn`: typed right behind the one before. */
export type Need = { token: string; prefix: boolean; goesOn?: boolean } | { all: Need[] } | { any: Need[] }

/** `unfinished`: more letters may follow. `inParts`: a compound's parts will do, wherever each stands. */
export type Reading = { unfinished: boolean; inParts: boolean }

/** What a run of a query needs, all of it. */
export function needsOfRun(run: Run, reading: Reading): Need[] {
  return run.kind === 'latin' ? [needOfWord(run.text, reading)] : needsOfChinese(run.text)
}

/** Chinese is found by its pairs; one character by all pairs that begin with it. */
export function needsOfChinese(text: string): Need[] {
  const characters = [...text]
  if (characters.length === 1) return [{ token: text, prefix: true }]
  return pairsOf(characters).map((token, i) => ({ token, prefix: false, goesOn: i > 0 }))
}

/** A name that is written in the program, not typed. */
export function needOfName(name: string): Need {
  return { all: runsOf(fold(name)).flatMap((run) => needsOfRun(run, { unfinished: false, inParts: true })) }
}

/** A compound is found whole, joined, or by all its parts. */
function needOfWord(word: string, { unfinished, inParts }: Reading): Need {
  const parts = partsOf(word)
  const forms: Need[] = [...new Set([word, joined(word)])].map((token) => ({ token, prefix: unfinished }))
  // The one letter of a part just begun would be looked for as the beginning of any word.
  const begun = unfinished && parts.at(-1)?.length === 1
  if (inParts && parts.length > 1 && !begun)
    forms.push({ all: parts.map((token, i) => ({ token, prefix: unfinished && i === parts.length - 1 })) })
  return { any: forms }
}
