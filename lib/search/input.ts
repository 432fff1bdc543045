import { z } from 'zod'
import { lastOffset, longestQuery, mostHits } from './engine.ts'

const states = ['unanswered', 'partial', 'answered', 'disputed', 'outdated'] as const

/** What may be asked of search. */
export const EntrySearch = z.object({
  q: z
    .string()
    .refine((text) => [...text].length <= longestQuery, `must be at most ${longestQuery} characters`)
    .default(''),
  limit: z.coerce.number().int().min(1).max(mostHits).default(20),
  offset: z.coerce.number().int().min(0).max(lastOffset).default(0),
  /** A note's short id. */
  note: z
    .string()
    .regex(/^[0-9a-z]{1,20}$/, 'must be a note’s short id')
    .optional(),
  /** A tag's name. */
  tag: z
    .string()
    .min(1)
    .max(50)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be a tag’s name')
    .optional(),
  state: z.enum(states).optional(),
})

export type EntrySearch = z.infer<typeof EntrySearch>
