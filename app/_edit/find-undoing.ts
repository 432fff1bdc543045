import { getTranslations } from 'next-intl/server'
import type { SignedIn } from '#lib/auth/viewer'
import type { Subject } from '#lib/entries/append-revision'
import { previewRestore } from '#lib/entries/preview-restore'
import { Refusal } from '#lib/refusal'
import { parseNumber } from '../_history/parse-number.ts'
import type { EditWords } from './edit-words.ts'
import type { Clashing } from './use-save.ts'

/** Taking one version back where later ones changed the same sentences: what to decide on, in its own words. */
export type Undoing = {
  clash: Clashing
  summary: string
  words: Pick<EditWords, 'conflict' | 'conflictHint' | 'mine' | 'theirs'>
}

/** What `?undo=5` asks for; undefined where it asks for nothing, or where nobody has to decide anything. */
export async function findUndoing(
  viewer: SignedIn,
  subject: Subject,
  asked: string | string[] | undefined,
): Promise<Undoing | undefined> {
  const number = parseNumber(asked)
  if (number === undefined) return undefined
  try {
    const { head, after, hunks } = await previewRestore(viewer, subject, { number, way: 'undo' })
    if (after) return undefined
    const t = await getTranslations('restore')
    return {
      clash: {
        status: 'conflict',
        head: { id: head.headId, number: head.number, title: head.title, markdown: head.markdown },
        hunks,
        title: null,
        mergedTitle: head.title,
      },
      summary: t('undoTitle', { number }),
      words: {
        conflict: t('undoTitle', { number }),
        conflictHint: t('byHandHint', { number }),
        mine: t('without', { number }),
        theirs: t('now'),
      },
    }
  } catch (error) {
    // There is no such version, or it is the first.
    if (error instanceof Refusal) return undefined
    throw error
  }
}
