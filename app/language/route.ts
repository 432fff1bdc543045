import { isLocale, localeCookie } from '#lib/i18n/locale'
import { pathWithin } from './path-within.ts'

const oneYear = 31_536_000

/** Keeps a reader's choice of language in a cookie and leads back to where the form stood, never off the site. */
export async function POST(request: Request): Promise<Response> {
  const lang = (await request.formData()).get('lang')
  const headers = new Headers({
    Location: pathWithin(request.headers.get('referer'), request.headers.get('host')),
  })
  if (typeof lang === 'string' && isLocale(lang))
    headers.append('Set-Cookie', `${localeCookie}=${lang}; Path=/; Max-Age=${oneYear}; SameSite=Lax`)
  return new Response(null, { status: 303, headers })
}
