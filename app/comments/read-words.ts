import { getTranslations } from 'next-intl/server'
import { refusalWords } from '../_layout/refusals.ts'

export type CommentWords = Awaited<ReturnType<typeof readCommentWords>>

/** The words of the forms for comments, and of what may be wrong with one. */
export async function readCommentWords() {
  const [t, trouble] = await Promise.all([getTranslations('comments'), getTranslations('trouble')])
  const refusals = await refusalWords({ 'reason.namesakes': String(trouble.raw('namesakes')) })
  return { hint: t('hint'), people: { names: t('names'), since: String(t.raw('since')) }, refusals }
}
