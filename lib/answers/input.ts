import { z } from 'zod'

export const ShortId = z.string().regex(/^[0-9a-z]{10}$/)
