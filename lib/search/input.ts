import { z } from 'zod'
import { lastOffset, longestQuery, mostHits } from './engine.ts'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const states = ['unanswered', 'partial', 'answered', 'disputed', 'outdated'] as const

/** What may be asked of search. `q` may hold operators too, see operators.ts; several filters hold together. */
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
  /** The name of whoever asked the question, or its beginning. */
  by: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must be a name')
    .optional(),
  /** Asked at least so often. */
  asked: z.coerce.number().int().min(1).max(9999).optional(),
  /** Also notes and tags of that name. */
  places: flag.optional(),
})

export type EntrySearch = z.infer<typeof EntrySearch>
