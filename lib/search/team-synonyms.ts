import { database, driver } from '#db/client'
import { synonym } from '#db/schema/search'
import { adoptTeamSynonyms } from './synonyms.ts'

export const synonymChannel = 'errata_synonyms'

let loading: Promise<void> | undefined
let listening: Promise<unknown> | undefined

/** Sees to it that this process knows the team's synonyms. Read once, and again after a change on any instance or a lost connection. */
export async function loadSynonyms(): Promise<void> {
  listening ??= driver()
    .listen(synonymChannel, forgetSynonyms, forgetSynonyms)
    .catch((error: unknown) => {
      listening = undefined
      throw error
    })
  await listening
  loading ??= load().catch((error: unknown) => {
    forgetSynonyms()
    throw error
  })
  await loading
}

/** The next to ask reads them anew. */
export function forgetSynonyms(): void {
  loading = undefined
}

async function load(): Promise<void> {
  adoptTeamSynonyms(
    await database()
      .select({ kind: synonym.kind, names: synonym.names })
      .from(synonym)
      .orderBy(synonym.createdAt),
  )
}
