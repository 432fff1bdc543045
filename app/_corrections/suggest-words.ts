import 'server-only'
import { getTranslations } from 'next-intl/server'
import { correctionKinds } from '#lib/corrections/correction'

/** The words around the editor where a change is suggested, for its part that runs in the browser. */
export async function readSuggestWords() {
  const [t, kinds] = await Promise.all([getTranslations('corrections'), getTranslations('correctionKind')])
  return {
    kind: t('kind'),
    why: t('why'),
    reason: t('reason'),
    evidence: t('evidence'),
    evidenceHint: t('evidenceHint'),
    needsEvidence: t('needsEvidence'),
    ran: t('ran'),
    command: t('command'),
    output: t('output'),
    suggestAction: t('send'),
    amendAction: t('send'),
    acceptAction: t('accept'),
    suggest: t('sent'),
    amend: t('amended'),
    accept: t('acceptedNotice'),
    kinds: Object.fromEntries(correctionKinds.map((kind) => [kind, kinds(kind)])),
  }
}

export type SuggestWords = Awaited<ReturnType<typeof readSuggestWords>>
