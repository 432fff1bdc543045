/** The same words as in `db/schema/corrections`, for those who may not look there; a test compares them. */
export const correctionKinds = [
  'typo',
  'format',
  'fact',
  'outdated',
  'code',
  'dead_link',
  'misplaced',
  'addition',
  'duplicate',
] as const
export type CorrectionKind = (typeof correctionKinds)[number]

export const correctionStates = ['open', 'accepted', 'rejected', 'withdrawn', 'superseded'] as const
export type CorrectionState = (typeof correctionStates)[number]

export const reportKinds = ['wrong', 'outdated', 'unclear', 'dead_link'] as const

export const rejectionReasons = [
  'already_right',
  'no_improvement',
  'needs_source',
  'out_of_scope',
  'duplicate',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export const confirmations = ['matches', 'reversed', 'incomplete'] as const

/** What claims something about the world: it needs evidence, and nobody accepts their own while there are two editors. */
export const isClaim = (kind: CorrectionKind): boolean =>
  kind === 'fact' || kind === 'outdated' || kind === 'code'

/** What two people who say the same may apply without an editor. */
export const isSmall = (kind: CorrectionKind): boolean => kind === 'typo' || kind === 'format'

/** The path of a correction's page. */
export const correctionPath = (shortId: string): string => `/corrections/${shortId}`

/** The path of a report's page. */
export const reportPath = (shortId: string): string => `/reports/${shortId}`
