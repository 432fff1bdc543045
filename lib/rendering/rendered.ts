/** HTML that came out of the one pipeline; nothing else can make a value of this type. */
export type TrustedHtml = string & { readonly __brand: 'TrustedHtml' }

/** Grows whenever the same Markdown gives other HTML, so that stored HTML can be told to be old. */
export const rendererVersion = 1

/** `depth` is the level shown (3 to 6); `id` is unique within the text and carries its prefix. */
export type Heading = { depth: number; id: string; text: string }

export type Problem = 'missing_image' | 'local_path' | 'bad_url' | 'missing_anchor'

export type RenderedLink = {
  kind: 'link' | 'image'
  /** As written, `[[Title]]` for an entry named by its title. */
  target: string
  label: string
  /** From 1, in the Markdown. */
  line: number
  /** Named as where the text comes from ("参考：…", "Source: …"). */
  isSource: boolean
  problem: Problem | null
}

/** `none`: nothing is said; `some`: a pointer or a fragment; `full`: an explanation. */
export type Substance = 'none' | 'some' | 'full'

/** Why a text is shown as it was written: too slow, beyond the limits of rendering, or a fault of ours. */
export type Fallback = 'timeout' | 'too-complex' | 'failed'

export type Rendered = {
  html: TrustedHtml
  toc: Heading[]
  links: RenderedLink[]
  substance: Substance
  rendererVersion: number
  /** Absent where the text was rendered as it should be. */
  fallback?: Fallback
}

/** Where pictures of this text lie: image target as written → URL it is served at. */
export type ImageUrls = Record<string, string>

export type RenderOptions = {
  images?: ImageUrls
  /** Put before every id of this text, so that two texts on one page do not collide: letters, digits, hyphens. */
  idPrefix?: string
}
