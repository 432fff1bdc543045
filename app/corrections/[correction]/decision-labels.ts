import 'server-only'
import { getTranslations } from 'next-intl/server'
import { confirmations, rejectionReasons } from '#lib/corrections/correction'

/** The words of the decision, for its part that runs in the browser. */
export async function decisionLabels() {
  const [t, rejection, confirmation] = await Promise.all([
    getTranslations('corrections'),
    getTranslations('rejection'),
    getTranslations('confirmation'),
  ])
  return {
    decide: t('decide'),
    accept: t('accept'),
    acceptSome: t('acceptSome'),
    withChanges: t('withChanges'),
    reject: t('reject'),
    rejectAs: t('rejectAs'),
    duplicateOf: t('duplicateOf'),
    reason: t('reason'),
    withdraw: t('withdraw'),
    amend: t('amend'),
    resolve: t('resolve'),
    support: t('support'),
    undo: t('undo'),
    undoPart: t('undoPart'),
    confirmTitle: t('confirmTitle'),
    needsAnother: t('needsAnother'),
    choose: t('choose'),
    lineEnd: t('lineEnd'),
    again: t('again'),
    cancel: t('cancel'),
    unreachable: t('unreachable'),
    accepted: t('acceptedNotice'),
    acceptedPart: t('acceptedPartNotice'),
    rejected: t('rejectedNotice'),
    withdrawn: t('withdrawnNotice'),
    undone: t('undoneNotice'),
    supported: t('supportedNotice'),
    confirmed: t('confirmedNotice'),
    rejections: rejectionReasons.map((value) => ({ value, label: rejection(value) })),
    confirmations: confirmations.map((value) => ({ value, label: confirmation(value) })),
  }
}

export type DecisionLabels = Awaited<ReturnType<typeof decisionLabels>>
