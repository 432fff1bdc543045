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

/** A note on what was checked, or none. */
export const Note = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim())
  .refine((text) => Buffer.byteLength(text) <= 5_120)

/** Where something can be read, or nowhere. */
export const Link = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2_000)])
