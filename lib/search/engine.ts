/** How a question is found. Everything in it comes from the entry; nothing but the index is made from it. */
export type SearchDoc = {
  /** The entry's id, a uuid. */
  id: string
  /** The entry's version: an older document never replaces a newer one. */
  version: number
  title: string
  /** Other names, which count nearly as much as the title. */
  aliases: string[]
  /** Sections and tags it stands under and the headings inside it. */
  headings: string
  /** Markdown of the question's context and of its answers. */
  body: string
  /** The note's short id. */
  space: string
  tags: string[]
  author: string
  state: string
  /** How often somebody was asked this, as far as was told. */
  asked: number
  /** Who may see it: any one of these groups. */
  acl: string[]
  /** Unix seconds. */
  updatedAt: number
}

export type Facet = 'space' | 'tags' | 'author' | 'state'

export type SearchQuery = {
  /** What stands in the box, as typed; any text is a query and none an operator. */
  q: string
  filter: {
    acl: string[]
    spaces?: string[]
    tags?: string[]
    authors?: string[]
    states?: string[]
    /** Asked at least so often. */
    asked?: number
    updatedFrom?: number
    updatedTo?: number
  }
  facets?: Facet[]
  /** At most 50; 20 when absent. */
  limit?: number
  /** At most 950. */
  offset?: number
  /** Count the matches; true when absent. */
  total?: boolean
  sort?: 'relevance' | 'updated'
}

export type SearchResult = {
  hits: { id: string; score: number }[]
  /** Exact below 400 and a lower bound from there on, at most 1000; null when not asked for. */
  total: number | null
  facets: Partial<Record<Facet, Record<string, number>>>
  /** What to light up: runs of Chinese, Latin words, synonyms, mended words. */
  terms: string[]
  /** Not every word is in these hits, for none has all of them. */
  relaxed: boolean
  /** The query with its slips mended, when only that found something. */
  correction: string | null
}

/** Finds ids for what is typed. It returns no texts: rows are read again through the permission check. */
export interface SearchEngine {
  readonly kind: 'postgres' | 'meilisearch'
  /** Makes what the engine needs. Idempotent. */
  ensure(): Promise<void>
  /** Resolves when the documents can be found; at most 500. Idempotent. */
  upsert(docs: SearchDoc[]): Promise<void>
  /** Idempotent. */
  remove(ids: string[]): Promise<void>
  clear(): Promise<void>
  count(): Promise<number>
  /** Every document's id and version, in order of id. */
  versions(batch?: number): AsyncIterable<{ id: string; version: number }>
  /** Fills a new index beside the live one; `swap` puts it in its place at once. */
  rebuild(
    batches: AsyncIterable<SearchDoc[]>,
  ): Promise<{ count: number; next: SearchEngine; swap(): Promise<void> }>
  search(query: SearchQuery): Promise<SearchResult>
  close(): Promise<void>
}

export const mostHits = 50
export const lastOffset = 950
export const mostCounted = 1000
/** From here on there may be more than `total` says: nobody reads them all, and counting them takes longer than finding the first. */
export const surelyCounted = 400
export const longestQuery = 200

/** A number of matches as it is shown. */
export const totalShown = (total: number): string =>
  total < surelyCounted ? `${total}` : `${surelyCounted}+`
