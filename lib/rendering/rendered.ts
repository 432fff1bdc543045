/** HTML that came out of the one pipeline; nothing else can make a value of this type. */
export type TrustedHtml = string & { readonly __brand: 'TrustedHtml' }

export type Heading = { depth: number; id: string; text: string }

export type Problem = 'missing_image' | 'local_path' | 'bad_url' | 'missing_anchor'

export type RenderedLink = {
  kind: 'link' | 'image'
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

export type Rendered = {
  html: TrustedHtml
  toc: Heading[]
  links: RenderedLink[]
  substance: Substance
  rendererVersion: number
}

/** Where pictures of this text lie: image target as written → URL it is served at. */
export type ImageUrls = Record<string, string>
