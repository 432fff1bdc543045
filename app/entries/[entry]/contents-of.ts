type Answer = { shortId: string; toc: { depth: number; id: string; text: string }[] }

/** The contents of an entry: its answers, where there are several, each with the headings inside it. */
export function contentsOf(answers: Answer[], nameOf: (number: number) => string) {
  return answers.flatMap((answer, at) => [
    ...(answers.length > 1 ? [{ depth: 2, id: `a-${answer.shortId}`, text: nameOf(at + 1) }] : []),
    ...answer.toc,
  ])
}
