import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { draft } from '#db/schema/drafts'
import { person } from '#db/schema/people'
import type { SignedIn } from '#lib/auth/viewer'

/** One's own draft of a text; undefined where there is none. */
export async function findDraft(viewer: SignedIn, subject: string) {
  const [row] = await database()
    .select({ baseId: draft.baseId, title: draft.title, markdown: draft.markdown, savedAt: draft.savedAt })
    .from(draft)
    .where(and(eq(draft.personId, viewer.id), eq(draft.subject, subject)))
  return row
}

/** Who else has been writing on this text in the last two minutes. */
export async function listOthersWriting(viewer: SignedIn, subject: string) {
  return database()
    .select({ name: person.name, savedAt: draft.savedAt })
    .from(draft)
    .innerJoin(person, eq(person.id, draft.personId))
    .where(
      and(
        eq(draft.subject, subject),
        ne(draft.personId, viewer.id),
        gt(draft.savedAt, sql`now() - interval '2 minutes'`),
      ),
    )
}
