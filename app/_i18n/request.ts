import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, localeCookie, negotiateLocale } from '#lib/i18n/locale'

/** The language of this request and its messages; the page cache keeps one page for each language. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const asked = (await headers()).get('accept-language') ?? undefined
  const locale = isLocale(chosen) ? chosen : negotiateLocale(undefined, asked)
  return { locale, messages: (await import(`./messages/${locale}.json`)).default, timeZone: 'UTC' }
})
