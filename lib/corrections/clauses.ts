import { type Concepts, conceptsNow } from '#lib/search/concepts'
import { fold } from '#lib/search/fold'
import { namesIn, type Terms, termsOf } from '#lib/search/title-terms'

/** A part of a sentence between two marks, with what it claims of what. */
export type Clause = {
  /** UTF-16 offsets in the text, without marks at its ends. */
  from: number
  to: number
  terms: Terms
  isNegated: boolean
  /** The names in the label of its line, or of the line above it. */
  about: string[]
}

/** Share of what either clause says that both must say, to be the same claim. */
const enough = 0.6
/** What they must have in common at least: more than one name. */
const least = 1.5

// 无法解决幻读 and 会出现幻读 claim the same of it.
const prevents = /解决|避免|防止|杜绝|消除|克服|\b(?:prevent|avoid|solve|eliminate)(?:s|ed)?\b/g
const happens = /出现|发生|产生|存在|遇到|导致|造成|引起|\b(?:occur|happen|suffer|cause)(?:s|ed)?\b/g
const negation = /不|没|未|无(?![需须])|\b(?:not|no|never|cannot|can't|don't|doesn't|without)\b/g

// Who asks claims nothing.
const asks = /如何|怎么|怎样|为什么|为何|什么|哪些|哪个|是否|吗$|\b(?:how|why|what|which|whether)\b/i

const parts = /(?:(?! {2}|\t)[^，,；;。！？!?：:()（）`\n])+/g
const ends = /^[\s>*+_~.\d-]+|[\s*_~]+$/g

/** The clauses of a Markdown text in order. */
export function clausesOf(markdown: string): Clause[] {
  const concepts = conceptsNow()
  let at = 0
  let above = ''
  return markdown.split('\n').flatMap((line) => {
    const start = at
    at += line.length + 1
    const label = labelOf(line) ?? above
    if (line.trim() !== '') above = /[:：]\W*$/.test(line) ? line : ''
    const about = namesIn(termsOf(concepts, label))
    return [...line.matchAll(parts)].flatMap(({ 0: part, index }) => {
      const said = part.replace(ends, '')
      if (!/\p{L}{2}/u.test(said) || asks.test(said)) return []
      const from = start + index + part.indexOf(said)
      return [{ from, to: from + said.length, about, ...claimOf(concepts, said) }]
    })
  })
}

const labelOf = (line: string): string | undefined => /^(.{2,60}?)[:：](?!\/\/)\s*\S/.exec(line)?.[1]

function claimOf(concepts: Concepts, said: string): Pick<Clause, 'terms' | 'isNegated'> {
  const low = fold(said)
  const rest = low.replace(concepts.phrase, ' ').replace(concepts.han, ' ')
  const isNegated = (rest.match(negation) ?? []).length % 2 === 1
  const [isPrevented, isThere] = [prevents, happens].map((words) => rest.search(words) >= 0)
  const terms = termsOf(concepts, low.replace(prevents, ' ').replace(happens, ' '))
  for (const term of terms.keys()) if (/^[不没未无]/.test(term)) terms.delete(term)
  if (isPrevented === isThere) return { terms, isNegated }
  return { terms: terms.set(isPrevented === isNegated ? '!happens' : '!prevented', 1), isNegated: false }
}

/** How much of what they say two clauses share, 0 to 1; 0 where they do not claim the same of the same thing. */
export function agreement(one: Clause, other: Clause): number {
  if (one.isNegated !== other.isNegated) return 0
  if (one.about.length > 0 && other.about.length > 0 && !one.about.some((name) => other.about.includes(name)))
    return 0
  const shared = [...one.terms.keys()].filter((term) => other.terms.has(term))
  const [ours, theirs] = [weigh(one.terms, shared), weigh(other.terms, shared)]
  if (Math.min(ours, theirs) < least) return 0
  const share = Math.min(ours / weigh(one.terms), theirs / weigh(other.terms))
  return share >= enough ? share : 0
}

const weigh = (terms: Terms, some: Iterable<string> = terms.keys()): number =>
  [...some].reduce((sum, term) => sum + (terms.get(term) ?? 0), 0)
