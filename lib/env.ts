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
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ADMIN_EMAIL: z.email().optional(),
  ADMIN_PASSWORD: z.string().min(10).max(200).optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).default('OpenID Connect'),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  TRUST_PROXY: flag.default(false),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'must look like http://127.0.0.1:7700' }).optional(),
  MEILI_KEY: z.string().min(16, "must be the server's master key, of at least 16 characters").optional(),
  PUBLIC_READ: flag.default(true),
  ERRATA_SEED: z.enum(['shipped', 'none'], { error: 'must be shipped or none' }).default('shipped'),
})

/** What says something only together; SMTP without PUBLIC_URL could send no link. */
const together = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL'],
]

export type Env = Omit<z.infer<typeof Environment>, 'MEILI_KEY'>

/** Reads the settings; throws one Error whose message names every wrong variable and what it should be. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  const wrong = (parsed.error?.issues ?? []).map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  wrong.push(...missingIn(given))
  if (parsed.success && wrong.length === 0) return withoutMasterKey(parsed.data)
  throw new Error(`These environment variables cannot be used:\n${wrong.join('\n')}`)
}

function missingIn(given: Record<string, unknown>): string[] {
  return together.flatMap((names) => {
    // An address of one's own makes sense without mail.
    const isMeant = names.some((name) => name in given && name !== 'PUBLIC_URL')
    const missing = isMeant ? names.filter((name) => !(name in given)) : []
    return missing.map((name) => `  ${name}: is missing, for ${names.join(', ')} go together`)
  })
}

// Nothing keeps the master key: whoever needs it takes it from the environment.
function withoutMasterKey({ MEILI_KEY: _, ...settings }: z.infer<typeof Environment>): Env {
  return settings
}

let parsed: Env | undefined

/** The settings of this process, parsed at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** The search server's master key, once: it leaves the environment of this process and of what it starts. Undefined where it is not set or was taken. */
export function takeMeiliKey(): string | undefined {
  const key = process.env.MEILI_KEY
  delete process.env.MEILI_KEY
  return key || undefined
}
