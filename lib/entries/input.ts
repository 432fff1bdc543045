import { z } from 'zod'
import { longestAlias, longestTag } from './entry.ts'

const control = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** One line, NFC, without control and bidi characters, up to so many characters. */
const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .refine(
      (text) =>
        text.length > 0 && Array.from(text).length <= longest && !control.test(text) && text.isWellFormed(),
    )

/** A question, or the name of a note or a section. */
export const Title = line(200)

// Files list tags between commas and other names between bars, in a comment.
export const Tag = line(longestTag).refine((name) => !/[,，]|-->/.test(name))
export const Alias = line(longestAlias).refine((name) => !/\||-->/.test(name))

/** Canonical text: line feeds, no NUL, up to 256 KB in UTF-8. */
export const Markdown = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed())
  .refine((text) => Buffer.byteLength(text) <= 256 * 1024)

export const Summary = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => Buffer.byteLength(text) <= 5_000)
