import { z } from 'zod'

/** What objects are called in URLs. */
export const ShortId = z.string().regex(/^[0-9a-z]{10}$/)

const control = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** One line, NFC, up to so many characters, without control and bidi characters. */
export const Line = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine((text) => text.length > 0 && Array.from(text).length <= longest && !control.test(text))

const Output = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed())
  .refine((text) => Buffer.byteLength(text) <= 5_120)

/** What backs a claim: a link, a standard, or what running it printed. */
export const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
  z.object({ kind: z.literal('standard'), name: Line(200) }),
  z.object({ kind: z.literal('ran'), command: Line(500), output: Output }),
])
