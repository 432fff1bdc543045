import { footnote } from '@mdit/plugin-footnote'
import { mark } from '@mdit/plugin-mark'
import { tasklist } from '@mdit/plugin-tasklist'
import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { linkBareUrls } from '#lib/rendering/rules/bare-url'
import { hideComments } from '#lib/rendering/rules/comment'
import { foldDetails } from '#lib/rendering/rules/details'
import { allowFewTags } from '#lib/rendering/rules/inline-html'
import { readMath } from '#lib/rendering/rules/math'
import { keepComparisons } from '#lib/rendering/rules/operators'
import { linkEntriesByTitle } from '#lib/rendering/rules/wiki-link'
import { keepCodePadding } from './code-padding.ts'
import { keepRaw } from './raw-rules.ts'

const settings = { html: false, linkify: false, maxNesting: 120 }

/** Reads Markdown as the pages do, but keeps as raw pieces what the editor cannot show. */
export const parser = new MarkdownIt(settings)
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

keepCodePadding(parser)
keepRaw(parser, [foldDetails, hideComments])

parser.inline.ruler.disable('footnoteInline')
parser.core.ruler.disable('footnoteTail')
parser.validateLink = () => true
parser.normalizeLink = (url) => url
parser.normalizeLinkText = (url) => url
