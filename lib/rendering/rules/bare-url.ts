import type { MarkdownIt } from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import { isInsideLink } from './inside-link.ts'

/** `http://…` and `https://…` in running text become links that end where Chinese text or its punctuation begins. */
export function linkBareUrls(md: MarkdownIt): void {
  md.inline.ruler.before('linkify', 'bare_url', bareUrl)
}

const rest =
  /:\/\/(?:[\p{L}\p{N}]|\[[\da-f:.]+\])[^\s\p{C}<>"`{}|\\^\u3000-\u303f\uff00-\uffef‘’“”…—·\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]*/iuy

/** Where such addresses stand in a text that has no other Markdown, from their first letter up to but without `to`. */
export function bareUrlsIn(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const { 0: scheme, index } of text.matchAll(/(?<![a-z0-9.+-])https?(?=:\/\/)/gi)) {
    if (index < (found.at(-1)?.to ?? 0)) continue
    const tail = tailAt(text, index + scheme.length)
    if (tail !== null) found.push({ from: index, to: index + scheme.length + tail.length })
  }
  return found
}

function bareUrl(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3a || isInsideLink(state)) return false
  const before = state.src.slice(Math.max(0, state.pos - 6), state.pos)
  const [, scheme] = /(?:^|[^a-z0-9.+-])(https?)$/i.exec(before) ?? []
  if (!scheme || !state.pending.endsWith(scheme)) return false
  const tail = tailAt(
    state.src.length > state.posMax ? state.src.slice(0, state.posMax) : state.src,
    state.pos,
  )
  if (tail === null) return false
  if (!silent) {
    state.pending = state.pending.slice(0, -scheme.length)
    const open = state.push('link_open', 'a', 1)
    open.attrs = [['href', (scheme + tail).replaceAll('&amp;', '&')]]
    open.markup = 'bare'
    state.push('text', '', 0).content = scheme + tail
    state.push('link_close', 'a', -1).markup = 'bare'
  }
  state.pos += tail.length
  return true
}

/** What follows on the scheme of an address; null where none does. */
function tailAt(text: string, colon: number): string | null {
  rest.lastIndex = colon
  const [found] = rest.exec(text) ?? []
  if (!found) return null
  const tail = withoutTrailing(found)
  return /^:\/\/(?:\p{sc=Han}|$)/u.test(tail) || tail.length < 4 ? null : tail
}

/** Cuts sentence marks, emphasis and closing brackets that were not opened inside the address. */
function withoutTrailing(found: string): string {
  let end = found.length
  const open: Record<string, number> = { ')': 0, ']': 0 }
  for (let at = 0; at < found.length; at++) {
    const char = found.charAt(at)
    if (char === '(') open[')'] = (open[')'] ?? 0) + 1
    if (char === '[') open[']'] = (open[']'] ?? 0) + 1
    if (char in open) {
      open[char] = (open[char] ?? 0) - 1
      if ((open[char] ?? 0) < 0) {
        end = at
        break
      }
    }
  }
  while (end > 0 && /[.,:;!?'*_~=&]/.test(found.charAt(end - 1))) end--
  return found.slice(0, end)
}
