const pause = 80

type Given<Answer> = {
  ask: (query: string, signal: AbortSignal) => Promise<Answer>
  show: (answer: Answer, query: string) => void
  fail: () => void
}

/**
 * Asks for each query once typing pauses for 80 ms. A newer query aborts the one under way,
 * and an answer that comes late is never shown over a newer one.
 */
export function searchAsYouType<Answer>({ ask, show, fail }: Given<Answer>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined

  const stop = () => {
    clearTimeout(timer)
    underWay?.abort()
  }
  const run = async (query: string) => {
    const mine = new AbortController()
    underWay = mine
    try {
      const answer = await ask(query, mine.signal)
      if (!mine.signal.aborted) show(answer, query)
    } catch {
      if (!mine.signal.aborted) fail()
    }
  }
  return {
    want(query: string) {
      stop()
      timer = setTimeout(run, pause, query)
    },
    stop,
  }
}
