import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Reader } from '#db/client'
import { setting } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { mayAdminister } from './policy.ts'
import type { Viewer } from './viewer.ts'

export const Settings = z.object({
  /** Whether anybody may make an account. */
  openRegistration: z.boolean().default(false),
  /** With it on: only addresses of this domain; empty for any. */
  allowedDomain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^$|^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u)
    .default(''),
  /** Whether editors and admins must have a second factor before they may write. */
  editorsNeedSecondFactor: z.boolean().default(false),
})
export type Settings = z.infer<typeof Settings>

const names = ['openRegistration', 'allowedDomain', 'editorsNeedSecondFactor'] as const

/** What the admins decided, with defaults for what they did not. */
export async function findSettings(reader: Reader = database()): Promise<Settings> {
  const rows = await reader
    .select({ key: setting.key, value: setting.value })
    .from(setting)
    .where(inArray(setting.key, [...names]))
  return Settings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}

/** Replaces all settings. Throws Refusal `forbidden` for anyone but an admin. */
export async function changeSettings(viewer: Viewer, wanted: Settings): Promise<void> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins change settings.')
  await database().transaction(async (tx) => {
    for (const key of names) {
      const row = { key, value: wanted[key], changedBy: viewer.id, changedAt: new Date() }
      await tx.insert(setting).values(row).onConflictDoUpdate({ target: setting.key, set: row })
    }
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'settings.change',
      objectKind: 'settings',
      detail: wanted,
    })
  })
}
