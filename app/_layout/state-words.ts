import { useTranslations } from 'next-intl'
import type { EntryState } from '#lib/entries/entry'

/** The word for each state in the reader's language. */
export function useStateWords(): Record<EntryState, string> {
  const t = useTranslations('state')
  return {
    answered: t('answered'),
    partial: t('partial'),
    unanswered: t('unanswered'),
    disputed: t('disputed'),
    outdated: t('outdated'),
  }
}
