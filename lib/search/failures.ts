/** The engine is down, slow, overloaded or not ours to use: another engine answers, and work for it waits. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable'
}

/** The engine is well but refuses this work: something in these documents. */
export class SearchTaskFailed extends Error {
  override name = 'SearchTaskFailed'
  readonly code: string | undefined

  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

/** By name, for one process may hold two copies of this class: one for its pages, one for what stands in front of them. */
export const isUnavailable = (error: unknown): error is SearchUnavailable =>
  error instanceof Error && error.name === 'SearchUnavailable'

/** By name, as above. */
export const isRefused = (error: unknown): error is SearchTaskFailed =>
  error instanceof Error && error.name === 'SearchTaskFailed'
