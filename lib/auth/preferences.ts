import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { localeCookie } from '#lib/i18n/locale'
import { cookieOptions } from './session-cookie.ts'

type Preferences = { locale: string | null; theme: string; shortcuts: boolean }

/** How a person wants pages to look and to be used. */
export async function findPreferences(personId: string): Promise<Preferences> {
  const [row] = await database()
    .select({ locale: person.locale, theme: person.theme, shortcuts: person.shortcuts })
    .from(person)
    .where(eq(person.id, personId))
  return row ?? { locale: null, theme: 'system', shortcuts: true }
}

/**
 * The cookies that carry preferences into pages, which are the same for everybody: language, appearance, single keys. An empty
 * value stands for what the browser itself prefers. Scripts read two of them and there is no secret in any.
 */
export function preferenceCookies({ locale, theme, shortcuts }: Preferences) {
  const options = { ...cookieOptions(), httpOnly: false }
  return [
    { name: localeCookie, value: locale ?? '', options },
    { name: 'theme', value: theme === 'system' ? '' : theme, options },
    { name: 'single-keys', value: shortcuts ? '' : 'off', options },
  ]
}
