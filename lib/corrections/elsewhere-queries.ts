import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { namesIn } from '#lib/search/candidates'
import { findSharing } from '#lib/search/find-sharing'
import { sentencesOf } from '#lib/text/merge'
import { correctedText, type Replaced, replacedSentences } from './claim-sentences.ts'
import { isClaim } from './correction.ts'
import { listHeads } from './list-heads.ts'
import { subjectOf } from './require-correction.ts'

/** Weight of shared words (see `findSharing`) from which a text may say the same in other words. */
const enough = 1
const compared = 12
const most = 5

/**
 * Where else that which a correction takes back may stand, the likeliest first, at most five: the sentence that has most of its
 * words. `same` where it says so in nearly the same words: there the correction is proposed as well once it is accepted.
 * None for whoever may not read.
 */
export async function listElsewhere(viewer: Viewer, correctionId: string) {
  const found = mayRead(viewer) ? await findReplaced(correctionId) : undefined
  if (!found) return []
  const { replaced, target, kind } = found
  const shared = (await Promise.all(replaced.slice(0, 5).map(({ old }) => findSharing(old, compared)))).flat()
  const scores = new Map(shared.map(({ id, score }) => [id, score]))
  const texts = await listHeads([...scores].filter(([, score]) => score >= enough).map(([id]) => id))
  return texts
    .filter(({ target: { id } }) => id !== target.id)
    .flatMap((text) => {
      const sentence = nearestSentence(text.markdown, replaced)
      const same = correctedText(text.markdown, replaced) !== null
      // In other words only a claim is the same; a slip of the pen is not.
      return sentence && (same || isClaim(kind)) ? [{ ...text, sentence, same }] : []
    })
    .sort(
      (a, b) =>
        Number(b.same) - Number(a.same) || (scores.get(b.entryId) ?? 0) - (scores.get(a.entryId) ?? 0),
    )
    .slice(0, most)
    .map(({ entryShortId, entryTitle, answerShortId, noteTitle, sentence, same }) => ({
      entryShortId,
      answerShortId,
      entryTitle,
      noteTitle,
      sentence,
      same,
    }))
}

async function findReplaced(id: string) {
  const [row] = await database()
    .select({
      entryId: correction.entryId,
      answerId: correction.answerId,
      kind: correction.kind,
      before: revision.markdown,
      after: correctionRev.markdown,
    })
    .from(correction)
    .innerJoin(
      correctionRev,
      and(eq(correctionRev.correctionId, correction.id), eq(correctionRev.number, correction.rev)),
    )
    .innerJoin(revision, eq(revision.id, correctionRev.baseRevisionId))
    .where(eq(correction.id, id))
  if (!row) return undefined
  return { target: subjectOf(row), kind: row.kind, replaced: replacedSentences(row.before, row.after) }
}

/** The sentence with most of the words that one of the replaced ones has; two words in common are chance. */
function nearestSentence(markdown: string, replaced: Replaced[]): string | undefined {
  const wanted = replaced.map(({ old }) => namesIn(old))
  const [best] = sentencesOf(markdown)
    .map((sentence) => {
      const names = [...namesIn(sentence)]
      return {
        sentence,
        shared: Math.max(...wanted.map((words) => names.filter((name) => words.has(name)).length)),
      }
    })
    .sort((a, b) => b.shared - a.shared)
  return best && best.shared > 2 ? best.sentence.trim() : undefined
}
