import type { SearchDoc, SearchEngine } from '#lib/search/engine'
import { SearchTaskFailed, SearchUnavailable } from '#lib/search/failures'

export type Unreliable = SearchEngine & {
  /** What it holds: versions by id. The last write wins, whatever its version. */
  documents: Map<string, number>
  isDown: boolean
  /** Shares of requests that are refused, and that are carried out while the answer is lost. */
  refusals: number
  losses: number
  /** A batch with one of these fails as a whole. */
  poison: Set<string>
  /** Called after a request was accepted and before it is carried out. */
  duringWork: () => Promise<void>
  /** How often each id was sent. */
  sent: Map<string, number>
}

/** An engine in memory that fails as told, for tests of what keeps an engine in step. It finds nothing. */
export function unreliableEngine(random: () => number = Math.random): Unreliable {
  const engine: Unreliable = {
    kind: 'meilisearch',
    documents: new Map(),
    isDown: false,
    refusals: 0,
    losses: 0,
    poison: new Set(),
    sent: new Map(),
    duringWork: async () => {},
    ensure: async () => mustBeUp(),
    upsert: (docs) =>
      request(() => {
        const bad = docs.find(({ id }) => engine.poison.has(id))
        for (const { id } of docs) engine.sent.set(id, (engine.sent.get(id) ?? 0) + 1)
        if (bad)
          throw new SearchTaskFailed(`Document ${bad.id} is not to the taste of this engine.`, 'poison')
        for (const { id, version } of docs) engine.documents.set(id, version)
      }),
    remove: (ids) =>
      request(() => {
        for (const id of ids) engine.documents.delete(id)
      }),
    clear: () => request(() => engine.documents.clear()),
    count: async () => {
      mustBeUp()
      return engine.documents.size
    },
    async *versions() {
      mustBeUp()
      for (const [id, version] of [...engine.documents].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield { id, version }
    },
    rebuild: (batches) => rebuildBeside(engine, batches),
    search: async () => {
      mustBeUp()
      return { hits: [], total: 0, facets: {}, terms: [], relaxed: false, correction: null }
    },
    close: async () => {},
  }

  function mustBeUp(): void {
    if (engine.isDown) throw new SearchUnavailable('The engine is down.')
  }

  async function request(work: () => void): Promise<void> {
    mustBeUp()
    if (random() < engine.refusals) throw new SearchUnavailable('The engine is busy.')
    await engine.duringWork()
    work()
    if (random() < engine.losses) throw new SearchUnavailable('The answer was lost.')
  }

  return engine
}

async function rebuildBeside(engine: Unreliable, batches: AsyncIterable<SearchDoc[]>) {
  const next = unreliableEngine()
  next.duringWork = engine.duringWork
  for await (const docs of batches) await next.upsert(docs)
  return {
    count: next.documents.size,
    next,
    async swap() {
      engine.documents = next.documents
    },
  }
}
