import type { Headings } from './headings.ts'
import type { ImageUrls, RenderedLink } from './rendered.ts'

/** What is known and gathered while one text becomes a tree. */
export type Writing = {
  prefix: string
  images: ImageUrls
  headings: Headings
  links: RenderedLink[]
  /** Milliseconds on the clock of `performance.now()` after which formulas are shown as written. */
  formulasUntil: number
}

/** Where an inline token stands. */
export type Place = { line: number; isSource: boolean }
