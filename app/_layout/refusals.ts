import { getTranslations } from 'next-intl/server'
import words from '../_i18n/messages/en.json'

/** The sentences of all refusals in the reader's language, for forms: by code, and `field.…` for what is wrong with a field. */
export async function refusalWords(own: Record<string, string> = {}): Promise<Record<string, string>> {
  const refusal = await getTranslations('refusal')
  const field = await getTranslations('refusedField')
  const codes = keysOf(words.refusal).map((code) => [code, refusal.raw(code)])
  const fields = keysOf(words.refusedField).map((name) => [`field.${name}`, field.raw(name)])
  return { ...Object.fromEntries([...codes, ...fields]), ...own }
}

function keysOf<Words extends object>(room: Words): (keyof Words & string)[] {
  return Object.keys(room) as (keyof Words & string)[] // a plain object of ours has no other keys
}
