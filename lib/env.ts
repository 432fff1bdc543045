import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1')

const portError = 'must be a whole number from 0 to 65535'

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: portError })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: portError })
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((path) => resolve(path)),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must look like postgres://user:password@host:5432/database' })
    .optional(),
  PUBLIC_READ: flag.default(true),
  ERRATA_SEED: z.enum(['shipped', 'none'], { error: 'must be shipped or none' }).default('shipped'),
})

export type Env = z.infer<typeof Environment>

/** Reads the settings; throws one Error whose message names every wrong variable and what it should be. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`These environment variables cannot be used:\n${wrong.join('\n')}`)
}

let parsed: Env | undefined

/** The settings of this process, parsed at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
