import { useTranslations } from 'next-intl'

/** The names of kinds, states, reports and reasons in the reader's language, each by its word in the database. */
export function useCorrectionWords() {
  return {
    kinds: useTranslations('correctionKind'),
    states: useTranslations('correctionState'),
    reports: useTranslations('reportKind'),
    rejections: useTranslations('rejection'),
    confirmations: useTranslations('confirmation'),
  }
}
