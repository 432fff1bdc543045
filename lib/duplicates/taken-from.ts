type Source = { title: string; shortId: string; number: number }

/** The summary of an answer's first version that was taken over: from which version of which answer, to which question. */
export const takenFromSummary = ({ title, shortId, number }: Source): string =>
  `← ${title} /answers/${shortId} #${number}`

/** What such a summary says, and where that version stands; undefined for any other. */
export function readTakenFrom(summary: string): { title: string; path: string; number: number } | undefined {
  const [whole, title = '', shortId, number] = /^← (.*) \/answers\/([0-9a-z]+) #(\d+)$/.exec(summary) ?? []
  return whole === undefined
    ? undefined
    : { title, path: `/answers/${shortId}/history/${number}`, number: Number(number) }
}
