const stands = 1_000

type Shown = { total: number; relaxed: boolean }

/** Tells the wiki which searches were meant: what stands for a second, is sent, or has a result followed. Each query once; no person. */
export class SeenSearches {
  #told = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #now: (Shown & { q: string }) | undefined

  /** An answer is on the screen. */
  shown(q: string, { total, relaxed }: Shown): void {
    clearTimeout(this.#timer)
    this.#now = { q, total, relaxed }
    this.#timer = setTimeout(() => this.meant(), stands)
  }

  /** What was on the screen is not looked at any more. */
  left(): void {
    clearTimeout(this.#timer)
    this.#now = undefined
  }

  /** The search on the screen was meant; `rank` is the place of the result that was followed, from 1. */
  meant(rank?: number): void {
    const now = this.#now
    if (!now) return
    clearTimeout(this.#timer)
    const again = this.#told.has(now.q)
    if (again && rank === undefined) return
    this.#told.add(now.q)
    // The page may be left before it has gone.
    void fetch('/api/search/seen', {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...now, again, rank }),
    }).catch(() => {})
  }
}
