import { toHtml } from 'hast-util-to-html'

/** How a person is named so that it stays true when they or others change their names: a link to their page, its text `@Name`. */
export const mentionOf = ({ name, shortId }: { name: string; shortId: string }): string =>
  `[@${name.replace(/[!-/:-@[-`{-~]/g, '\\$&')}](/people/${shortId})`

const written = /\[@(?:[^\]\\\n]|\\.)*\]\(\/people\/([0-9a-z]{10})\)/g

/** Where a text names people so, and whom. */
export const writtenMentions = (markdown: string): { at: number; length: number; shortId: string }[] =>
  [...markdown.matchAll(written)].map(({ 0: whole, 1: shortId = '', index }) => ({
    at: index,
    length: whole.length,
    shortId,
  }))

const rendered = /(<a\b[^>]*\shref="\/people\/([0-9a-z]{10})"[^>]*>@)[^<]*(?=<\/a>)/g

/** Whom a rendered text names, by their short ids. */
export const namesInHtml = (html: string): string[] =>
  [...html.matchAll(rendered)].flatMap(({ 2: shortId }) => shortId ?? [])

/** The rendered text with names of now; whoever is not known keeps what was written. */
export const withNames = (html: string, nameOf: Map<string, string>): string =>
  html.replace(rendered, (whole: string, open: string, shortId: string) => {
    const name = nameOf.get(shortId)
    return name === undefined ? whole : open + toHtml({ type: 'text', value: name })
  })
