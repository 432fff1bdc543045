type Scored = { id: string; score: number }

/** What the people who use an entry say of it. */
export type Worth = {
  /** Votes for less votes against, of its best answer. */
  votes: number
  /** How often it was asked. */
  asked: number
}

/** As much as three letters more in a title, which is no reason to prefer the shorter. */
const near = 0.1
/** Scores up to this are of texts: engines give them on scales of their own, and only what is equal is a tie. */
const mostOfText = 5

/** The hits that have a near-tie among their neighbours, group by group; each group as wide as a near-tie at most. */
export function nearTies<Hit extends Scored>(hits: Hit[]): Hit[][] {
  const groups: Hit[][] = []
  for (const hit of hits) {
    const group = groups.at(-1)
    const [first] = group ?? []
    if (group && first && isNear(first.score, hit.score)) group.push(hit)
    else groups.push([hit])
  }
  return groups
}

/** Puts the more useful first within each group; where nobody said anything the order stays. */
export const inOrderOfWorth = <Hit extends Scored>(groups: Hit[][], worth: Map<string, Worth>): Hit[] =>
  groups.flatMap((group) => group.toSorted((a, b) => worthOf(worth.get(b.id)) - worthOf(worth.get(a.id))))

function isNear(one: number, other: number): boolean {
  if (one === other) return true
  return Math.min(one, other) > mostOfText && Math.abs(one - other) <= near
}

/** The tenth vote or mark tells less than the second. */
function worthOf(worth?: Worth): number {
  if (!worth) return 0
  return Math.sign(worth.votes) * Math.log2(1 + Math.abs(worth.votes)) + Math.log2(1 + worth.asked)
}
