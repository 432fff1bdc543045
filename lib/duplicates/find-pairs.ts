import { setImmediate as breathe } from 'node:timers/promises'
import { hopeless, likeness, threshold } from './likeness.ts'
import type { TextProfile } from './text-profile.ts'
import type { Indexed, TitleIndex } from './title-index.ts'

/** Two questions that may ask the same, the smaller id first. */
export type Pair = { firstId: string; secondId: string; score: number }

/** Texts by entry, for those that are asked for. */
export type ReadTexts = (ids: string[]) => Promise<Map<string, TextProfile>>

/** A question is proposed with its likeliest few: more would be a topic, not a duplicate. */
const mostEach = 6
const batch = 100

/** The likely duplicates of these questions among all of the index. Lets others run between batches; `progress` counts questions. */
export async function findPairs(
  index: TitleIndex,
  ids: string[],
  readTexts: ReadTexts,
  progress: (done: number) => void = () => {},
): Promise<Pair[]> {
  const pairs = new Map<string, Pair>()
  for (let from = 0; from < ids.length; from += batch) {
    const questions = ids.slice(from, from + batch).flatMap((id) => index.questions.get(id) ?? [])
    const likely = questions.map((question) => ({ question, others: likelyFor(index, question) }))
    const needed = likely.flatMap(({ question, others }) =>
      others.length > 0 ? [question.id, ...others.map(({ id }) => id)] : [],
    )
    const texts = await readTexts([...new Set(needed)])
    for (const { question, others } of likely)
      for (const pair of bestFor(index, question, others, texts))
        pairs.set(`${pair.firstId} ${pair.secondId}`, pair)
    progress(Math.min(from + batch, ids.length))
    await breathe()
  }
  return [...pairs.values()]
}

const likelyFor = (index: TitleIndex, question: Indexed): Indexed[] =>
  index.near(question).filter((other) => likeness(index, question, other) >= hopeless)

function bestFor(
  index: TitleIndex,
  question: Indexed,
  others: Indexed[],
  texts: Map<string, TextProfile>,
): Pair[] {
  const a = texts.get(question.id)
  return others
    .flatMap((other): Pair[] => {
      const b = texts.get(other.id)
      const score = likeness(index, question, other, a && b && { a, b })
      return score >= threshold ? [{ ...inOrder(question.id, other.id), score }] : []
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, mostEach)
}

/** A pair is kept once, whichever was asked about. */
export const inOrder = (one: string, other: string): { firstId: string; secondId: string } =>
  one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one }
