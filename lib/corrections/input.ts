import { z } from 'zod'
import { Markdown, Title } from '#lib/entries/input'
import { confirmations, correctionKinds, isClaim, rejectionReasons, reportKinds } from './correction.ts'
import { Evidence, Words } from './evidence.ts'

/** The text that is corrected: a question (title and context) or an answer. */
export const Target = z.object({ kind: z.enum(['entry', 'answer']), id: z.uuid() })
export type Target = z.infer<typeof Target>

const around = z
  .string()
  .default('')
  .transform((text) => text.toWellFormed().replaceAll('\u0000', ''))
  .refine((text) => text.length <= 500)

/** Words that were selected in a page, with up to 500 characters on either side: what tells them from the same words elsewhere. */
export const Passage = z.object({
  quote: z
    .string()
    .transform((text) => text.toWellFormed().replaceAll('\u0000', ''))
    .refine((text) => text.trim() !== '' && Buffer.byteLength(text) <= 5_120),
  prefix: around,
  suffix: around,
})
export type Passage = z.infer<typeof Passage>

const evidence = z.array(Evidence).max(10).default([])
const backed = ({ kind, evidence }: { kind: (typeof correctionKinds)[number]; evidence: Evidence[] }) =>
  !isClaim(kind) || evidence.length > 0

/** What every proposal says besides its text. Issue `evidence` where the kind needs evidence and has none. */
const reasons = {
  kind: z.enum(correctionKinds),
  rationale: Words.default(''),
  evidence,
}
const needsEvidence = { path: ['evidence'], error: 'evidence' }

/** A whole text as it should be. `operationId` is made by the client, one a proposal: the same again is the same proposal. */
export const Propose = z
  .object({
    target: Target,
    /** The revision that the writer had before them. */
    baseRevisionId: z.uuid(),
    title: Title.nullish().default(null),
    markdown: Markdown,
    passage: Passage.nullish().default(null),
    ...reasons,
    reportId: z.uuid().nullish().default(null),
    /** A rejected correction that this takes up again. */
    followsId: z.uuid().nullish().default(null),
    operationId: z.uuid(),
  })
  .refine(backed, needsEvidence)
export type Propose = z.infer<typeof Propose>

/** Words selected in a page and what they should say; the whole text is made of them here. */
export const ProposeWords = z
  .object({
    target: Target,
    baseRevisionId: z.uuid(),
    passage: Passage,
    replacement: z
      .string()
      .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed())
      .refine((text) => Buffer.byteLength(text) <= 5_120),
    ...reasons,
    reportId: z.uuid().nullish().default(null),
    followsId: z.uuid().nullish().default(null),
    operationId: z.uuid(),
  })
  .refine(backed, needsEvidence)
export type ProposeWords = z.infer<typeof ProposeWords>

/** A new wording of an open correction; `rev` is the one that its writer saw. */
export const Amend = z
  .object({
    correctionId: z.uuid(),
    rev: z.coerce.number().int().positive(),
    baseRevisionId: z.uuid(),
    title: Title.nullish().default(null),
    markdown: Markdown,
    ...reasons,
  })
  .refine(backed, needsEvidence)
export type Amend = z.infer<typeof Amend>

const seen = { correctionId: z.uuid(), rev: z.coerce.number().int().positive(), headRevisionId: z.uuid() }

export const Withdraw = z.object({ correctionId: z.uuid(), rev: seen.rev })
export type Withdraw = z.infer<typeof Withdraw>

export const Support = z.object({ correctionId: z.uuid(), rev: seen.rev })
export type Support = z.infer<typeof Support>

/** A decision, with the rev and the head that the decider had before them. */
export const Decide = z.discriminatedUnion('verdict', [
  z.object({ ...seen, verdict: z.literal('accept'), reason: Words.default('') }),
  z.object({
    ...seen,
    verdict: z.literal('accept-hunks'),
    /** Ids of the changes in the preview. */
    hunks: z.array(z.string().max(20)).min(1).max(2_000),
    reason: Words.default(''),
  }),
  z.object({
    ...seen,
    verdict: z.literal('accept-with-changes'),
    title: Title.nullish().default(null),
    markdown: Markdown,
    reason: Words.default(''),
  }),
  z
    .object({
      ...seen,
      verdict: z.literal('reject'),
      rejection: z.enum(rejectionReasons),
      reason: Words.default(''),
      /** Of which correction it is a duplicate: its short id. */
      duplicateOf: z.string().max(20).nullish().default(null),
    })
    .refine(({ rejection, duplicateOf }) => rejection !== 'duplicate' || duplicateOf, {
      path: ['duplicateOf'],
      error: 'duplicate-of',
    }),
])
export type Decide = z.infer<typeof Decide>

/** Takes back what accepting a rev did to the text. */
export const Undo = z.object({ ...seen, reason: Words.default('') })
export type Undo = z.infer<typeof Undo>

export const Confirm = z.object({
  correctionId: z.uuid(),
  confirmation: z.enum(confirmations),
  reason: Words.default(''),
})
export type Confirm = z.infer<typeof Confirm>

/** "This is wrong, outdated, unclear", without a text. */
export const MakeReport = z.object({
  target: Target,
  revisionId: z.uuid(),
  kind: z.enum(reportKinds),
  passage: Passage,
  why: Words.default(''),
  evidence,
  operationId: z.uuid(),
})
export type MakeReport = z.infer<typeof MakeReport>

export const CloseReport = z.object({ reportId: z.uuid(), reason: Words.default('') })
export type CloseReport = z.infer<typeof CloseReport>

const place = z.string().max(80)

/** What the queue shows; `after` is the `next` of the page before. */
export const QueueFilter = z.object({
  note: z.string().max(20).optional(),
  kind: z.enum(correctionKinds).optional(),
  /** Open for at least so many days. */
  age: z.coerce.number().int().min(1).max(3_650).optional(),
  conflicting: z.stringbool().or(z.boolean()).optional(),
  /** `proposed`: what the viewer proposed; `decidable`: what the viewer may decide. */
  mine: z.enum(['proposed', 'decidable']).optional(),
  after: place.optional(),
})
export type QueueFilter = z.infer<typeof QueueFilter>
