import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import dockerfile from 'highlight.js/lib/languages/dockerfile'
import go from 'highlight.js/lib/languages/go'
import http from 'highlight.js/lib/languages/http'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import lua from 'highlight.js/lib/languages/lua'
import markdown from 'highlight.js/lib/languages/markdown'
import nginx from 'highlight.js/lib/languages/nginx'
import plaintext from 'highlight.js/lib/languages/plaintext'
import python from 'highlight.js/lib/languages/python'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { createLowlight } from 'lowlight'

const grammars = {
  bash,
  c,
  cpp,
  css,
  diff,
  dockerfile,
  go,
  http,
  java,
  javascript,
  json,
  lua,
  markdown,
  nginx,
  plaintext,
  python,
  rust,
  sql,
  typescript,
  xml,
  yaml,
}

const all = createLowlight(grammars)

/** The languages offered for a code block; others are kept as written and shown plain. */
export const languageNames = Object.keys(grammars)

/** Highlighting while typing. Only the first word of what stands after the backticks names the language; long code stays plain. */
export const lowlight = {
  ...all,
  registered: (language: string) => all.registered(language.split(/[\s{,]/)[0]?.toLowerCase() ?? ''),
  highlight: (language: string, code: string) =>
    all.highlight(
      code.length > 20_000 ? 'plaintext' : (language.split(/[\s{,]/)[0]?.toLowerCase() ?? ''),
      code,
    ),
  // Guessing the language on each key would cost more than it gives.
  highlightAuto: (code: string) => all.highlight('plaintext', code),
}
