import type { IncomingMessage } from 'node:http'
import { negotiateLocale } from '#lib/i18n/locale'

// Readers send a handful of different header pairs: negotiate each once.
const negotiated = new Map<string, string>()

/** The language a request is answered in. */
export function requestLocale({ headers }: IncomingMessage): string {
  const chosen = /(?:^|;\s*)lang=([\w-]+)/.exec(headers.cookie ?? '')?.[1] ?? ''
  const key = `${chosen} ${headers['accept-language'] ?? ''}`
  const known = negotiated.get(key)
  if (known) return known
  const locale = negotiateLocale(chosen ? `lang=${chosen}` : undefined, headers['accept-language'])
  if (negotiated.size > 1_000) negotiated.clear()
  negotiated.set(key, locale)
  return locale
}
