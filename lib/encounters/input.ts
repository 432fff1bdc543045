import { z } from 'zod'

const Words = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((text) => Array.from(text).length <= 80 && !/\p{Cc}/u.test(text))
  .transform((text) => (text === '' ? null : text))
  .nullish()
  .transform((text) => text ?? null)

/** A day, a month or a year as somebody remembers it; nothing where they do not. Full-width signs and slashes count as hyphens. */
const When = z
  .string()
  .default('')
  .transform((text) =>
    text
      .normalize('NFKC')
      .trim()
      .replace(/[./年月-]+/g, '-')
      .replace(/[-日]+$/, ''),
  )
  .transform((text, context) => {
    const when = parseWhen(text)
    if (when) return when
    context.addIssue({ code: 'custom', message: 'must be a year, a month or a day that has come' })
    return z.NEVER
  })

type Known = { askedOn: string | null; precision: 'day' | 'month' | 'year' | 'unknown' }

function parseWhen(text: string): Known | undefined {
  if (text === '') return { askedOn: null, precision: 'unknown' }
  const [, year, month, day] = /^((?:19|20)\d\d)(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text) ?? []
  if (!year) return undefined
  const askedOn = `${year}-${(month ?? '1').padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`
  const at = new Date(`${askedOn}T00:00:00Z`)
  // A date that the calendar lacks comes back as another one.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== askedOn) return undefined
  // Somewhere it is tomorrow already.
  if (at.getTime() > Date.now() + 86_400_000) return undefined
  return { askedOn, precision: day ? 'day' : month ? 'month' : 'year' }
}

/** Where and when somebody was asked. */
export const Occasion = z.object({ when: When, company: Words, role: Words, round: Words })
export type Occasion = z.infer<typeof Occasion>

const Times = z.coerce.number().int().min(1).max(1_000).default(1)

export const RecordEncounter = Occasion.extend({ entry: z.uuid(), times: Times })
export type RecordEncounter = z.infer<typeof RecordEncounter>

export const ChangeEncounter = Occasion.extend({ encounter: z.uuid(), times: Times })
export type ChangeEncounter = z.infer<typeof ChangeEncounter>

export const RetractEncounter = z.object({ encounter: z.uuid() })
export type RetractEncounter = z.infer<typeof RetractEncounter>
