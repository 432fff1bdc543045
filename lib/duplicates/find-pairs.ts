import { setImmediate as breathe } from 'node:timers/promises'
import { hopeless, likeness, plain, threshold } from './likeness.ts'
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
    const likely = questions.flatMap((question) => likelyFor(index, question))
    const needed = likely.flatMap(({ a, b, score }) => (score < plain ? [a.id, b.id] : []))
    const texts = await readTexts([...new Set(needed)])
    const scored = likely.map((one) => ({ ...one, score: withTexts(index, one, texts) }))
    for (const { a, b, score } of bestOfEach(scored)) {
      const { firstId, secondId } = inOrder(a.id, b.id)
      pairs.set(`${firstId} ${secondId}`, { firstId, secondId, score })
    }
    progress(Math.min(from + batch, ids.length))
    await breathe()
  }
  return [...pairs.values()]
}

type Likely = { a: Indexed; b: Indexed; score: number }

function likelyFor(index: TitleIndex, a: Indexed): Likely[] {
  const likely = index
    .near(a)
    .map((b) => ({ a, b, score: likeness(index, a, b) }))
    .filter(({ score }) => score >= hopeless)
  const sure = likely.filter(({ score }) => score >= plain)
  return sure.length >= mostEach ? sure : likely
}

function withTexts(index: TitleIndex, { a, b, score }: Likely, texts: Map<string, TextProfile>): number {
  const [ours, theirs] = [texts.get(a.id), texts.get(b.id)]
  return score < plain && ours && theirs ? likeness(index, a, b, { a: ours, b: theirs }) : score
}

/** In the order of the questions that were asked about. */
function bestOfEach(likely: Likely[]): Likely[] {
  const each = new Map<string, Likely[]>()
  for (const one of likely)
    if (one.score >= threshold) each.set(one.a.id, [...(each.get(one.a.id) ?? []), one])
  return [...each.values()].flatMap((some) =>
    some.sort((one, other) => other.score - one.score).slice(0, mostEach),
  )
}

/** A pair is kept once, whichever was asked about. */
export const inOrder = (one: string, other: string): { firstId: string; secondId: string } =>
  one < other ? { firstId: one, secondId: other } : { firstId: other, secondId: one }
