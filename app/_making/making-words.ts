import { getTranslations } from 'next-intl/server'
import words from '../_i18n/messages/en.json'

/** The words of the forms that make things; `{…}` are left for the browser to fill in. */
export type MakingWords = typeof words.making

export async function readMakingWords(): Promise<MakingWords> {
  const making = await getTranslations('making')
  const names = Object.keys(words.making) as (keyof MakingWords)[] // a plain object of ours has no other keys
  return Object.fromEntries(names.map((name) => [name, making.raw(name)])) as MakingWords // each of them, just so
}
