import { getTranslations } from 'next-intl/server'

/** What an action, or a group of them, is called; its bare name where it has no words yet. */
export async function eventWords(): Promise<(action: string) => string> {
  const words = await getTranslations('audit')
  return (action) => {
    // Whether there is such a key is asked before it is used.
    const key = action.replace('.', '_') as 'all'
    return words.has(key) ? words(key) : action
  }
}
