import { createHash } from 'node:crypto'
import { themeScript } from './theme-script.ts'

const script = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi
// What React and Next write into a page: data for hydration, each a call with literals only.
const flightData =
  /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\(\[\d+(?:,(?:"(?:[^"\\]|\\.)*"|null))?\]\);?$/
// The same, opened for a page that answers a form sent before its scripts ran: with what the form's action said.
const formState =
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(\[0\]\);self\.__next_f\.push\((\[2,.*\])\)$/
const suspense = /^\$R[A-Z]\("[\w:-]*"(?:,"[\w:-]*")*\);?$/
// Turbopack's list of a page's scripts, where React is to run in it.
const bootstrap =
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[^()]*\})\);?$/
const timing = /^requestAnimationFrame\(function\(\)\{\$RT=performance\.now\(\)\}\);?$/

/**
 * The Content-Security-Policy of one finished page. An inline script is allowed by its hash, and only when it is one that this
 * program writes: should hostile text ever become a script element, it gets no hash and does not run.
 */
export function contentPolicy(html: string): string {
  const hashes = new Set<string>()
  for (const [, attributes = '', code = ''] of html.matchAll(script)) {
    if (/\bsrc=/.test(attributes) || !isOurs(attributes, code)) continue
    hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  }
  return [
    "default-src 'none'",
    `script-src 'self' ${[...hashes].join(' ')}`.trim(),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function isOurs(attributes: string, code: string): boolean {
  if (/type="speculationrules"/.test(attributes)) return isJson(code)
  const data = (formState.exec(code) ?? bootstrap.exec(code))?.[1]
  if (data) return isJson(data)
  return code === themeScript || flightData.test(code) || suspense.test(code) || timing.test(code)
}

function isJson(code: string): boolean {
  try {
    return typeof JSON.parse(code) === 'object'
  } catch {
    return false
  }
}
