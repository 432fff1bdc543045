import { z } from 'zod'

const bidiOrControl = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** NFKC before it is checked, so that two spellings of one address cannot be two people. */
export const Email = z
  .string()
  .max(254)
  .transform((value) => value.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email())

export const PersonName = z
  .string()
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => value.length > 0 && Array.from(value).length <= 80 && !bidiOrControl.test(value))

export const NewPassword = z.string().min(10).max(200)
export const Password = z.string().min(1).max(200)
export const Token = z.string().regex(/^[\w-]{22}$/)
export const NewAccount = z.object({ name: PersonName, email: Email, password: NewPassword })
export type NewAccount = z.infer<typeof NewAccount>
