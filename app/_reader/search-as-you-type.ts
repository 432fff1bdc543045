const pause = 30
const mostKept = 100
const staysFresh = 60_000

type Given<Answer> = {
  ask: (query: string, signal: AbortSignal) => Promise<Answer>
  show: (answer: Answer, query: string) => void
  fail: () => void
}

/**
 * Asks for each query at once, but for one that follows another within 30 ms, as from a key that is held: that one waits until typing
 * pauses. A newer query aborts the one under way, and an answer that comes late is never shown over a newer one. What was asked before
 * shows at once, and is asked again only after a minute. `answered` resolves when the query that was wanted last is on the screen, or
 * has failed, or was given up.
 */
export function searchAsYouType<Answer>({ ask, show, fail }: Given<Answer>) {
  const kept = new Map<string, { answer: Answer; at: number }>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let underWay: AbortController | undefined
  let lastWanted = Number.NEGATIVE_INFINITY
  let waiting: { promise: Promise<void>; end: () => void } | undefined

  const stop = () => {
    clearTimeout(timer)
    underWay?.abort()
    settle()
  }
  const settle = () => {
    waiting?.end()
    waiting = undefined
  }
  const run = async (query: string) => {
    const mine = new AbortController()
    underWay = mine
    try {
      const answer = await ask(query, mine.signal)
      if (mine.signal.aborted) return
      keep(query, answer)
      show(answer, query)
    } catch {
      if (!mine.signal.aborted) fail()
    }
    if (!mine.signal.aborted) settle()
  }
  const keep = (query: string, answer: Answer) => {
    kept.delete(query)
    kept.set(query, { answer, at: Date.now() })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }
  return {
    want(query: string) {
      stop()
      const isHasty = Date.now() - lastWanted < pause
      lastWanted = Date.now()
      const known = kept.get(query)
      if (known) show(known.answer, query)
      if (known && Date.now() - known.at < staysFresh) return
      if (!known) waiting = pending()
      if (isHasty) timer = setTimeout(run, pause, query)
      else void run(query)
    },
    stop,
    /** Undefined where nothing newer is to come. */
    get answered(): Promise<void> | undefined {
      return waiting?.promise
    },
  }
}

function pending(): { promise: Promise<void>; end: () => void } {
  let end = () => {}
  const promise = new Promise<void>((resolve) => {
    end = resolve
  })
  return { promise, end }
}
