import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { synonym } from '#db/schema/search'
import type { SignedIn, Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { isUnavailable } from './failures.ts'
import { squash } from './fold.ts'
import { outside } from './meilisearch/connection.ts'
import { mayChangeSynonyms } from './policy.ts'
import { builtInGroups } from './synonym-groups.ts'
import { groupKey } from './synonyms.ts'
import { forgetSynonyms, synonymChannel } from './team-synonyms.ts'

const mostNames = 12
const mostGroups = 1000

/** Names as they are typed into one line, parted by commas. */
const Names = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .split(/[,，、;；\n]/)
      .map((name) => name.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  )
  .refine((names) => names.length >= 2 && names.length <= mostNames)
  .refine((names) =>
    names.every((name) => [...name].length <= 60 && !/[\p{Cc}\p{Cs}]/u.test(name) && squash(name) !== ''),
  )
  .refine((names) => new Set(names.map(squash)).size === names.length)

export const NewSynonyms = z.object({ names: Names, kind: z.enum(['both', 'one']) })

/** Adds a group: each finds the others (`both`), or the first finds the rest (`one`). A group that is there changes nothing. Throws Refusal: forbidden, too-large. */
export async function addSynonyms(
  viewer: SignedIn,
  { names, kind }: z.infer<typeof NewSynonyms>,
): Promise<void> {
  requireEditor(viewer)
  await change(async (tx) => {
    if ((await tx.$count(synonym)) >= mostGroups)
      throw new Refusal('too-large', 'There are too many synonyms.')
    // Which name is the first tells one-way groups apart.
    const key = kind === 'one' ? `${squash(names[0] ?? '')} > ${groupKey(names.slice(1))}` : groupKey(names)
    await tx.insert(synonym).values({ kind, names, key, createdBy: viewer.id }).onConflictDoNothing()
  })
}

/** Takes away what the team has added, or lets a group of the list count again. Throws Refusal: forbidden. */
export async function removeSynonyms(viewer: SignedIn, id: string): Promise<void> {
  requireEditor(viewer)
  await change((tx) => tx.delete(synonym).where(eq(synonym.id, id)))
}

/** Lets a group of the built-in list not count any more. Throws Refusal: forbidden, not-found. */
export async function switchOffSynonyms(viewer: SignedIn, key: string): Promise<void> {
  requireEditor(viewer)
  const names = builtInGroups.find((group) => groupKey(group) === key)
  if (!names) throw new Refusal('not-found', 'The list has no such group.')
  await change((tx) =>
    tx.insert(synonym).values({ kind: 'off', names, key, createdBy: viewer.id }).onConflictDoNothing(),
  )
}

/** The list, the team's own, and what is switched off. Throws Refusal forbidden. */
export async function listSynonyms(viewer: Viewer) {
  requireEditor(viewer)
  const team = await database()
    .select({ id: synonym.id, kind: synonym.kind, names: synonym.names, key: synonym.key })
    .from(synonym)
    .orderBy(synonym.createdAt, synonym.id)
  const off = new Map(team.filter(({ kind }) => kind === 'off').map((row) => [row.key, row.id]))
  return {
    team: team.filter(({ kind }) => kind !== 'off'),
    list: builtInGroups.map((names) => ({
      names,
      key: groupKey(names),
      offId: off.get(groupKey(names)) ?? null,
    })),
  }
}

function requireEditor(viewer: Viewer): void {
  if (!mayChangeSynonyms(viewer)) throw new Refusal('forbidden', 'Only editors change synonyms.')
}

/** When it commits, every instance reads the synonyms anew; a search server gets them with its settings. */
async function change(work: (tx: Transaction) => Promise<unknown>): Promise<void> {
  await database().transaction(async (tx) => {
    await work(tx)
    await tx.execute(sql`select pg_notify(${synonymChannel}, '')`)
  })
  forgetSynonyms()
  void tellServer()
}

async function tellServer(): Promise<void> {
  try {
    await outside()?.engine.ensure()
  } catch (error) {
    // Whoever starts next brings it up to date.
    if (!isUnavailable(error)) console.error(error)
  }
}
