import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'

const mathNames =
  'math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts none'.split(
    ' ',
  )
// As the parser of formulas names them: it knows no camel case for these.
const mathLook =
  'accent accentunder align columnalign columnlines columnspacing depth displaystyle encoding fence form height largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  )

// Every id carries one of these parts, so that none can stand for a name that a script looks up.
const ownId = /^(?:[a-zA-Z\d-]+-)?(?:h-.|fn-\d|fnref-\d)/s

/** All that may reach a page: no style, no handler, no form, no frame. Grow it only with a test beside. */
const schema: Schema = {
  tagNames: [
    ...'a blockquote br code dd del details div dl dt em figcaption figure h3 h4 h5 h6 hr img input kbd label li mark ol p pre s section span strong sub summary sup table tbody td th thead tr ul'.split(
      ' ',
    ),
    ...mathNames,
  ],
  attributes: {
    a: [
      'href',
      'title',
      ['rel', 'noopener', 'nofollow'],
      ['role', 'doc-noteref', 'doc-backlink'],
      'ariaLabel',
      ['ariaHidden', 'true'],
      ['tabIndex', -1],
      ['className', 'heading-anchor', 'entry-link', 'remote-image', 'footnote-backref'],
      ['id', ownId],
    ],
    code: [['className', 'math-error'], 'title'],
    details: ['open'],
    em: [['className', 'cjk']],
    div: [['className', 'table-scroll', 'math-block'], ['tabIndex', 0], ['role', 'group'], 'ariaLabel'],
    figure: [
      ['className', 'code', 'prose-block'],
      ['dataLang', /^[a-z\d+#.-]{1,20}$/],
    ],
    ...Object.fromEntries(
      ['h3', 'h4', 'h5', 'h6'].map((name) => [name, [['id', ownId] as [string, RegExp]]]),
    ),
    img: ['src', 'alt', 'title', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['type', 'checkbox'], 'checked', ['disabled', true]],
    label: [['className', 'task']],
    li: [
      ['className', 'task-item', 'footnote-item'],
      ['id', ownId],
    ],
    ol: ['start', ['className', 'task-list']],
    ul: [['className', 'task-list']],
    pre: [['tabIndex', 0]],
    section: [
      ['className', 'footnotes'],
      ['role', 'doc-endnotes'],
    ],
    span: [
      ['className', 'missing-image', 'dead-link', 'remote-image'],
      'title',
      ['role', 'img'],
      'ariaLabel',
      ['tabIndex', 0],
    ],
    sup: [['className', 'footnote-ref']],
    td: [['className', 'align-left', 'align-center', 'align-right']],
    th: [
      ['className', 'align-left', 'align-center', 'align-right'],
      ['scope', 'col'],
    ],
    math: ['xmlns', ['display', 'block']],
    ...Object.fromEntries(mathNames.filter((name) => name !== 'math').map((name) => [name, mathLook])),
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  // Ids are made here and checked above; prefixing them again would break their links.
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style'],
}

/** The last word on what a page may contain, whatever the steps before it did. */
export function sanitized(tree: Root): Root {
  const clean = sanitize(tree, schema)
  return clean.type === 'root' ? clean : { type: 'root', children: [] }
}
