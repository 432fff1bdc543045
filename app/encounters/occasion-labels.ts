import { getTranslations } from 'next-intl/server'
import type { OccasionLabels } from './occasion-fields.tsx'

/** The words of the fields that say where and when. */
export async function occasionLabels(): Promise<OccasionLabels> {
  const t = await getTranslations('encounters')
  return {
    when: t('when'),
    whenHint: t('whenHint'),
    company: t('company'),
    role: t('role'),
    round: t('round'),
  }
}
