import { slugOf } from '#lib/text/slug'

/** The same words as in `db/schema/notifications`, for those who may not look there; a test compares them. */
export const mailHabits = ['never', 'daily', 'each'] as const
export type MailHabit = (typeof mailHabits)[number]

const verdicts = ['accepted', 'accepted_part', 'rejected', 'confirmed', 'superseded'] as const

/** What to call it: a decision by what was decided. */
export function notificationWord<Kind extends string>({
  kind,
  detail,
}: {
  kind: Kind
  detail: Record<string, string>
}): Kind | `correction_${(typeof verdicts)[number]}` {
  const verdict = verdicts.find((each) => kind === 'correction_decided' && each === detail.state)
  return verdict ? `correction_${verdict}` : kind
}

type Places = {
  entryShortId: string | null
  entryTitle: string | null
  answerShortId: string | null
  correctionShortId: string | null
  reportShortId: string | null
  commentShortId: string | null
}

/** Where a notification leads: to the smallest thing that it is about. */
export function notificationPath(at: Places): string {
  const comment = at.commentShortId ? `#c-${at.commentShortId}` : ''
  if (at.correctionShortId) return `/corrections/${at.correctionShortId}${comment}`
  if (at.reportShortId) return `/reports/${at.reportShortId}`
  if (!at.entryShortId) return '/notifications'
  const entry = `/entries/${encodeURIComponent(`${slugOf(at.entryTitle ?? '')}-${at.entryShortId}`)}`
  return entry + (comment || (at.answerShortId ? `#a-${at.answerShortId}` : ''))
}
