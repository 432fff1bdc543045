import 'server-only'
import { getTranslations } from 'next-intl/server'

/** What refusals of corrections mean, by code, by field and by reason. */
export async function correctionRefusals(): Promise<Record<string, string>> {
  const t = await getTranslations('corrections')
  return {
    conflict: t('changedMeanwhile'),
    'field.evidence': t('needsEvidence'),
    'reason.unchanged': t('unchanged'),
    'reason.already-right': t('fulfilled'),
    'reason.moved': t('changedMeanwhile'),
    'reason.source': t('noPlace'),
    'reason.passage': t('gone'),
    'reason.own-conflict': t('ownClashes'),
  }
}
