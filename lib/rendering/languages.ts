import type { LanguageRegistration } from 'shiki/core'

type Grammar = () => Promise<{ default: LanguageRegistration[] }>

/** Languages that are highlighted, each loaded when it first occurs. */
export const grammars = {
  bash: () => import('shiki/langs/bash.mjs'),
  c: () => import('shiki/langs/c.mjs'),
  cpp: () => import('shiki/langs/cpp.mjs'),
  css: () => import('shiki/langs/css.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  dockerfile: () => import('shiki/langs/dockerfile.mjs'),
  go: () => import('shiki/langs/go.mjs'),
  html: () => import('shiki/langs/html.mjs'),
  http: () => import('shiki/langs/http.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  javascript: () => import('shiki/langs/javascript.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  jsx: () => import('shiki/langs/jsx.mjs'),
  lua: () => import('shiki/langs/lua.mjs'),
  makefile: () => import('shiki/langs/makefile.mjs'),
  markdown: () => import('shiki/langs/markdown.mjs'),
  nginx: () => import('shiki/langs/nginx.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  rust: () => import('shiki/langs/rust.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  tsx: () => import('shiki/langs/tsx.mjs'),
  typescript: () => import('shiki/langs/typescript.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
} satisfies Record<string, Grammar>

export type Language = keyof typeof grammars

const aliases = new Map<string, Language>(
  Object.entries({
    'c++': 'cpp',
    cc: 'cpp',
    console: 'bash',
    cjs: 'javascript',
    conf: 'ini',
    docker: 'dockerfile',
    golang: 'go',
    h: 'c',
    hpp: 'cpp',
    htm: 'html',
    js: 'javascript',
    json5: 'json',
    jsonc: 'json',
    make: 'makefile',
    md: 'markdown',
    mjs: 'javascript',
    mysql: 'sql',
    node: 'javascript',
    patch: 'diff',
    pgsql: 'sql',
    postgresql: 'sql',
    properties: 'ini',
    py: 'python',
    python2: 'python',
    python3: 'python',
    rs: 'rust',
    sh: 'bash',
    shell: 'bash',
    toml: 'ini',
    ts: 'typescript',
    vue: 'html',
    xml: 'html',
    yml: 'yaml',
    zsh: 'bash',
  } satisfies Record<string, Language>),
)

/** The language a fence's label means ("py", "C++", "{.python}", "js title=a.js"), or null where it is not one of ours. */
export function languageOf(label: string): Language | null {
  const name = label.toLowerCase()
  if (isLanguage(name)) return name
  return aliases.get(name) ?? null
}

function isLanguage(name: string): name is Language {
  return Object.hasOwn(grammars, name)
}

/** The first word after the fence, without what tools add to it; empty where there is none that could be a name. */
export function labelOf(info: string): string {
  const [word = ''] = info
    .trim()
    .split(/[\s{:,;]/)
    .filter(Boolean)
  const name = word.replace(/^[.{]+|}+$/g, '')
  return /^[\w+#.-]{1,20}$/.test(name) ? name : ''
}
