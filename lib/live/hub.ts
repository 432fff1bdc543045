/** Connections that stay open, on one instance: all of them, a person's, and an address's (a whole team may share one). */
const most = { all: 2_000, person: 20, address: 100 }

type Hearer = () => void

/** Who waits for news on this instance, and of what. Topics are page tags and what `writingOn` names. */
export class Hub {
  readonly #hearers = new Map<string, Set<Hearer>>()
  readonly #taken = new Map<string, number>()
  readonly #closers = new Set<() => void>()
  #isClosing = false

  /** Calls `hear` whenever something happens to one of these. Returns how to stop. */
  listen(topics: string[], hear: Hearer): () => void {
    for (const topic of topics) {
      const hearers = this.#hearers.get(topic) ?? new Set()
      this.#hearers.set(topic, hearers.add(hear))
    }
    return () => {
      for (const topic of topics) {
        const hearers = this.#hearers.get(topic)
        hearers?.delete(hear)
        if (hearers?.size === 0) this.#hearers.delete(topic)
      }
    }
  }

  tell(topic: string): void {
    for (const hear of this.#hearers.get(topic) ?? []) hear()
  }

  /** After a gap in which anything may have happened. */
  tellAll(): void {
    for (const hear of new Set([...this.#hearers.values()].flatMap((hearers) => [...hearers]))) hear()
  }

  /** A place for one more connection, to be given back; undefined where there are too many, or this instance is about to end. */
  takeSeat(kind: 'person' | 'address', who: string): (() => void) | undefined {
    const key = `${kind} ${who}`
    const [all, own] = [this.#taken.get('all') ?? 0, this.#taken.get(key) ?? 0]
    if (this.#isClosing || all >= most.all || own >= most[kind]) return undefined
    this.#count('all', 1)
    this.#count(key, 1)
    let isTaken = true
    return () => {
      if (!isTaken) return
      isTaken = false
      this.#count('all', -1)
      this.#count(key, -1)
    }
  }

  /** Remembers how to end a connection when this instance ends. Returns how to forget it. */
  whenClosing(close: () => void): () => void {
    this.#closers.add(close)
    return () => this.#closers.delete(close)
  }

  /** Ends every connection and lets no new one in. */
  close(): void {
    this.#isClosing = true
    for (const close of [...this.#closers]) close()
  }

  get size(): { connections: number; topics: number } {
    return { connections: this.#taken.get('all') ?? 0, topics: this.#hearers.size }
  }

  #count(key: string, by: 1 | -1): void {
    const now = (this.#taken.get(key) ?? 0) + by
    if (now === 0) this.#taken.delete(key)
    else this.#taken.set(key, now)
  }
}

// The server in front and the routes behind it are bundled apart but run in one process: they meet here.
const shared = globalThis as typeof globalThis & { errataHub?: Hub }

export function hub(): Hub {
  shared.errataHub ??= new Hub()
  return shared.errataHub
}
