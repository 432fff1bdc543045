import { match } from '@formatjs/intl-localematcher'
import Negotiator from 'negotiator'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]
/** The cookie in which a reader's choice of language is kept. */
export const localeCookie = 'lang'

const fallback: Locale = 'zh-CN'

export const isLocale = (text: string | undefined): text is Locale =>
  locales.some((locale) => locale === text)

/** The language to answer in: the reader's choice, else the best of what the browser asks for, else Chinese. */
export function negotiateLocale(
  cookieHeader: string | undefined,
  acceptLanguage: string | undefined,
): Locale {
  const chosen = cookieHeader?.match(/(?:^|;\s*)lang=([\w-]+)/)?.[1]
  if (isLocale(chosen)) return chosen
  const wanted = new Negotiator({ headers: { 'accept-language': acceptLanguage } })
    .languages()
    .filter((language) => isLanguageTag(language))
    // Whoever reads any Chinese is nearer to ours than to English; the matcher sees it the other way round.
    .map((language) => (/^zh\b/i.test(language) ? fallback : language))
  const best = match(wanted, locales, fallback)
  return isLocale(best) ? best : fallback
}

/** Browsers may send anything, and the matcher throws on what is no language tag (`*` among others). */
function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0
  } catch {
    return false
  }
}
