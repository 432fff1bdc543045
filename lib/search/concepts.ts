import { fold, squash } from './fold.ts'
import { soundOf } from './pinyin.ts'
import { listNames, synonymsOf } from './synonyms.ts'

/** Names of one thing under one key: `DNS`, `域名解析` and `域名系统` are the same concept. */
export type Concepts = {
  /** The concept that exactly this names, given squashed. */
  of(squashed: string): string | undefined
  /** The concept with a Chinese name that sounds exactly like this: whoever types by sound slips into another word of the same one. */
  soundingLike(han: string): string | undefined
  /** All names of a concept, squashed. */
  namesOf(concept: string): string[]
  /** Finds names of more than one word or script; each match is one name. */
  phrase: RegExp
  /** Finds the longest names inside a run of Chinese. */
  han: RegExp
}

const isHan = /^\p{Script=Han}+$/u
const isMixed = /\p{Script=Han}[^\p{Script=Han}]|[^\p{Script=Han}]\p{Script=Han}|[a-z0-9][^a-z0-9]+[a-z0-9]/iu

let made: { from: string[]; concepts: Concepts } | undefined

/** The list of synonyms, and what the team made of it, as it stands now; the same object until that changes. */
export function conceptsNow(): Concepts {
  const names = listNames()
  if (made?.from !== names) made = { from: names, concepts: makeConcepts() }
  return made.concepts
}

function makeConcepts(): Concepts {
  const above = new Map<string, string>()
  const rootOf = (key: string): string => {
    const next = above.get(key)
    return next === undefined || next === key ? key : rootOf(next)
  }
  for (const name of listNames()) {
    const key = squash(name)
    for (const other of synonymsOf(key).map(squash)) above.set(rootOf(other), rootOf(key))
    if (!above.has(key)) above.set(key, key)
  }
  const keys = [...above.keys()]
  const names = new Map<string, string[]>()
  for (const key of keys) names.set(rootOf(key), [...(names.get(rootOf(key)) ?? []), key])
  const sounds = new Map(
    keys.filter((key) => isHan.test(key)).map((key) => [soundOf(key), `=${rootOf(key)}`]),
  )
  return {
    soundingLike: (han) => sounds.get(soundOf(han)),
    of: (squashed) => (above.has(squashed) ? `=${rootOf(squashed)}` : undefined),
    namesOf: (concept) => names.get(concept.slice(1)) ?? [],
    phrase: phrasePattern(listNames().filter((name) => isMixed.test(name))),
    han: new RegExp(longestFirst(keys.filter((key) => isHan.test(key))).join('|') || '(?!)', 'gu'),
  }
}

/** Whatever stands between the words of a name: `three-way handshake` is found in `Three way handshake`. */
function phrasePattern(names: string[]): RegExp {
  const forms = longestFirst(names).map((name) =>
    fold(name)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join('[^\\p{L}\\p{N}]{0,3}'),
  )
  return new RegExp(`(?<![a-z0-9])(?:${forms.join('|') || '(?!)'})(?![a-z0-9])`, 'gu')
}

const longestFirst = (names: string[]): string[] => names.toSorted((a, b) => b.length - a.length)
