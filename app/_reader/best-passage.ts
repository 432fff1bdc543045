/** The passage that holds most different ones of the marked texts; of equals the first. */
export function bestPassage<Mark extends { toString(): string }, Passage>(
  marks: Mark[],
  passageOf: (mark: Mark) => Passage | null,
): Passage | undefined {
  const found = new Map<Passage, Set<string>>()
  for (const mark of marks) {
    const passage = passageOf(mark)
    if (passage === null) continue
    const texts = found.get(passage) ?? new Set()
    found.set(passage, texts.add(mark.toString().toLowerCase()))
  }
  let best: Passage | undefined
  let most = 0
  for (const [passage, texts] of found) {
    if (texts.size <= most) continue
    best = passage
    most = texts.size
  }
  return best
}
