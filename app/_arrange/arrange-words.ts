import { getTranslations } from 'next-intl/server'
import words from '../_i18n/messages/en.json'

/** The words of the tree that can be rearranged, with their places for names. */
export async function readArrangeWords(): Promise<Record<string, string>> {
  const t = await getTranslations('placing')
  // A plain object of ours has no other keys.
  const keys = Object.keys(words.placing) as (keyof typeof words.placing)[]
  return Object.fromEntries(keys.map((key) => [key, String(t.raw(key))]))
}
