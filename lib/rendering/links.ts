import MarkdownIt from 'markdown-it'
import type { Problem } from './rendered.ts'

export type Address = {
  /** What may stand in `href`, or null where the address must not be followed. */
  href: string | null
  kind: 'remote' | 'relative' | 'anchor' | 'mail' | 'none'
  problem: Problem | null
}

const { normalizeLink } = new MarkdownIt()
const nowhere = (problem: Problem): Address => ({ href: null, kind: 'none', problem })

/**
 * Judges an address as written in Markdown. Only http, https, mailto, relative addresses and `#anchors` may be followed;
 * whether an anchor exists is for the caller, who knows the headings.
 */
export function judgeAddress(target: string): Address {
  // Browsers drop these before they read the scheme, so `java\nscript:` would be one.
  const bare = target.replace(/[\p{C}\p{Z}\u115f\u1160\u3164\uffa0]+/gu, '')
  if (bare.startsWith('#')) return { href: null, kind: 'anchor', problem: null }
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  if (scheme === 'http' || scheme === 'https') return judgeRemote(scheme + target.trim().slice(scheme.length))
  if (scheme === 'mailto')
    return { href: normalizeLink(scheme + bare.slice(scheme.length)), kind: 'mail', problem: null }
  if (isLocalPath(bare)) return nowhere('local_path')
  // An encoded letter or colon makes a scheme for whoever decodes twice.
  if (scheme !== undefined || /^[^/?]*(?:%3a|&colon|&#)/i.test(bare)) return nowhere('bad_url')
  if (bare.startsWith('//')) return judgeRemote(`https:${target.trim()}`)
  const href = normalizeLink(target.trim())
  // A colon in the first segment would be read as a scheme.
  const safe = /^[^/?#]*:/.test(href) ? `./${href}` : href
  return { href: safe, kind: 'relative', problem: isForeignPath(bare) ? 'local_path' : null }
}

function isLocalPath(bare: string): boolean {
  return (
    /^file:/i.test(bare) || /^[a-z]:(?:[\\/]|%5c)/i.test(bare) || /^~\//.test(bare) || /^[^?#]*\\/.test(bare)
  )
}

/** Starts at the root of somebody's disk; a path that this wiki serves is not one. */
function isForeignPath(bare: string): boolean {
  return (
    bare.startsWith('/') &&
    !/^\/(?:entries|notes|tags|search|unanswered|corrections|uploads|files)?(?:[/?#]|$)/.test(bare)
  )
}

function judgeRemote(address: string): Address {
  const href = normalizeLink(address)
  if (!URL.canParse(href)) return nowhere('bad_url')
  const { hostname, pathname, searchParams } = new URL(href)
  const wrapped = /^link\.|\/link\/?$/.test(pathname === '/' ? hostname : pathname)
  const leadsNowhere = wrapped && ['url', 'target'].some((name) => searchParams.get(name)?.trim() === '')
  return { href, kind: 'remote', problem: leadsNowhere || hostname === '' ? 'bad_url' : null }
}

const sourceWords = /^(?:参考|來源|来源|出处|出處|转载|转自|原文|链接|sources?\b|references?\b|see also\b)/iu

/** A line or heading that says where a text comes from, such as "参考：…" or "Source: …". */
export function namesSource(line: string): boolean {
  return sourceWords.test(line.replace(/^[\s>*_#+\-\d.、)☆★=[(（【]+/u, ''))
}

/** The last part of a path or address, readable. */
export function fileNameOf(target: string): string {
  const last =
    target
      .replace(/[?#].*$/s, '')
      .split(/[\\/]/)
      .filter(Boolean)
      .at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
