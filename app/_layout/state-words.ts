import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { EntryState } from '#lib/entries/entry'

/** The word for each state in the reader's language. */
export function useStateWords(): Record<EntryState, string> {
  const t = useTranslations('state')
  return wordsOf(t)
}

/** The same where a page has to wait for it. */
export async function readStateWords(): Promise<Record<EntryState, string>> {
  const t = await getTranslations('state')
  return wordsOf(t)
}

const wordsOf = (t: (state: EntryState) => string): Record<EntryState, string> => ({
  answered: t('answered'),
  partial: t('partial'),
  unanswered: t('unanswered'),
  disputed: t('disputed'),
  outdated: t('outdated'),
})
