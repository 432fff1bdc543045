import { z } from 'zod'

export const kinds = ['entry', 'answer', 'section', 'note'] as const
export type Kind = (typeof kinds)[number]

/** Something that can lie in the trash. A section lies there with everything in it, a question with its answers. */
export const Thing = z.object({ kind: z.enum(kinds), id: z.uuid() })
export type Thing = z.infer<typeof Thing>

/** Days for which whoever may restore something finds it on the trash page; after that only admins do. */
export const daysKept = 30

/** How many whole days are left, counting the one that has begun. */
export const daysLeft = (trashedAt: Date, now: Date): number =>
  Math.max(0, Math.ceil(daysKept - (now.getTime() - trashedAt.getTime()) / 86_400_000))
