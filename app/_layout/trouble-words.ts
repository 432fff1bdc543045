import { getTranslations } from 'next-intl/server'

/** Why something was not written, by the code of the refusal, as the page's script reads it from `data-troubles`. */
export async function troubleWords(): Promise<string> {
  const t = await getTranslations('trouble')
  return JSON.stringify({
    'not-found': t('notFound'),
    forbidden: t('forbidden'),
    conflict: t('conflict'),
    invalid: t('invalid'),
    'too-many': String(t.raw('tooMany')),
    namesakes: String(t.raw('namesakes')),
    failed: t('failed'),
  })
}
