import type { useTranslations } from 'next-intl'

/** What refusals of corrections mean, by code, by field and by reason. */
export function correctionRefusals(
  t: ReturnType<typeof useTranslations<'corrections'>>,
): Record<string, string> {
  return {
    conflict: t('changedMeanwhile'),
    'field.evidence': t('needsEvidence'),
    'reason.unchanged': t('unchanged'),
    'reason.already-right': t('fulfilled'),
    'reason.moved': t('changedMeanwhile'),
    'reason.passage': t('gone'),
    'reason.source': t('noPlace'),
    'reason.own-conflict': t('ownClashes'),
  }
}
