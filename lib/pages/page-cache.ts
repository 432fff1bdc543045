import { LRUCache } from 'lru-cache'
import type { CachedPage } from './cached-page.ts'
import type { PageTag } from './tags.ts'

/**
 * Finished pages by key, bounded by bytes, with one render at a time per key.
 * A page is kept only when it names what it was made from and nothing it names was dropped while it was made.
 */
export class PageCache {
  #pages: LRUCache<string, CachedPage>
  #keysOf = new Map<PageTag, Set<string>>()
  #rendering = new Map<string, Promise<CachedPage>>()
  #clock = 0
  #droppedAt = new Map<PageTag, number>()
  #allDroppedAt = 0

  constructor(maxBytes: number) {
    this.#pages = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 8),
      sizeCalculation: (page) => page.size,
      dispose: (page, key) => this.#forget(key, page),
    })
  }

  get(key: string): CachedPage | undefined {
    return this.#pages.get(key)
  }

  /** The kept page, else the one being rendered, else a new one. */
  async getOrRender(key: string, render: () => Promise<CachedPage>): Promise<CachedPage> {
    const ready = this.#pages.get(key) ?? this.#rendering.get(key)
    if (ready) return ready
    const startedAt = this.#clock
    const rendering = render().then((page) => {
      if (this.#mayKeep(page, startedAt)) this.#keep(key, page)
      return page
    })
    this.#rendering.set(key, rendering)
    const done = () => {
      if (this.#rendering.get(key) === rendering) this.#rendering.delete(key)
    }
    rendering.then(done, done)
    return rendering
  }

  drop(tag: PageTag): void {
    this.#clock += 1
    this.#droppedAt.set(tag, this.#clock)
    // Whoever asks from now on must not get what was begun before the write.
    this.#rendering.clear()
    for (const key of [...(this.#keysOf.get(tag) ?? [])]) this.#pages.delete(key)
  }

  dropAll(): void {
    this.#clock += 1
    this.#allDroppedAt = this.#clock
    this.#droppedAt.clear()
    this.#rendering.clear()
    this.#pages.clear()
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#pages.calculatedSize }
  }

  #mayKeep(page: CachedPage, startedAt: number): boolean {
    if (page.tags.size === 0 || this.#allDroppedAt > startedAt) return false
    if (page.status !== 200 && page.status !== 404) return false
    return [...page.tags].every((tag) => (this.#droppedAt.get(tag) ?? 0) <= startedAt)
  }

  #keep(key: string, page: CachedPage): void {
    this.#pages.set(key, page)
    if (!this.#pages.has(key)) return
    for (const tag of page.tags) {
      const keys = this.#keysOf.get(tag) ?? new Set()
      this.#keysOf.set(tag, keys.add(key))
    }
  }

  #forget(key: string, page: CachedPage): void {
    for (const tag of page.tags) {
      const keys = this.#keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#keysOf.delete(tag)
    }
  }
}
