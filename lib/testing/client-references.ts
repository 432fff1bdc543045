import type { Plugin } from 'vitest/config'

/** Leaves the components of the browser out of what the server imports, as Next's build does: each export is only a name. */
export function clientReferences(): Plugin {
  return {
    name: 'client-references',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.tsx') || !code.startsWith("'use client'")) return undefined
      const names = [...code.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name)
      return { code: names.map((name) => `export function ${name}() {}`).join('\n'), map: null }
    },
  }
}
