import { z } from 'zod'

const control = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** A question: one line, NFC, up to 200 characters, without control and bidi characters. */
export const Title = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((text) => text.length > 0 && Array.from(text).length <= 200 && !control.test(text))

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
