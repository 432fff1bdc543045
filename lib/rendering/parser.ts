import { footnote } from '@mdit/plugin-footnote'
import { mark } from '@mdit/plugin-mark'
import { tasklist } from '@mdit/plugin-tasklist'
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { guardBlocks } from './guards.ts'
import { linkBareUrls } from './rules/bare-url.ts'
import { hideComments } from './rules/comment.ts'
import { foldDetails } from './rules/details.ts'
import { allowFewTags } from './rules/inline-html.ts'
import { readMath } from './rules/math.ts'
import { keepComparisons } from './rules/operators.ts'
import { linkEntriesByTitle } from './rules/wiki-link.ts'

// Deeper nesting than the guards allow must be read, or it would be dropped in silence.
const settings = { html: false, linkify: false, maxNesting: 120 }

/** The one reading of Markdown: CommonMark and GFM, made fit for Chinese; raw HTML is text, addresses are kept as written. */
export const parser = makeParser()

/** A parser of one's own, which may be changed without changing how pages are read. */
export function makeParser(): MarkdownIt {
  const made = new MarkdownIt(settings)
    .use(cjkFriendly)
    .use(footnote)
    .use(mark)
    .use(tasklist)
    .use(keepComparisons)
    .use(linkEntriesByTitle)
    .use(linkBareUrls)
    .use(readMath)
    .use(foldDetails)
    .use(hideComments)
    .use(allowFewTags)
    .use(guardBlocks)

  // `^[…]` is a regular expression more often than a footnote, and the tail is made with the tree.
  made.inline.ruler.disable('footnoteInline')
  made.core.ruler.disable('footnoteTail')

  // Which addresses may be followed is decided when the tree is made, from what was written.
  made.validateLink = () => true
  made.normalizeLink = (url) => url
  made.normalizeLinkText = (url) => url
  return made
}
