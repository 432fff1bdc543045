import 'server-only'
import { z } from 'zod'
import { readViewer, requireViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import type { SignedIn } from '#lib/auth/viewer'
import { Conflict } from '#lib/entries/conflict'
import { Refusal, type RefusalCode } from '#lib/refusal'
import type { Hunk } from '#lib/text/hunk'

export type ActionResult<Result> =
  | { status: 'done'; result: Result }
  | { status: 'refused'; code: RefusalCode; details: Record<string, string | number> }
  | {
      status: 'conflict'
      head: { id: string; number: number; title: string | null; markdown: string }
      hunks: Hunk[]
      title: Conflict['title']
      mergedTitle: string | null
    }

/** Whose page sends this: nothing written as one person is saved as another who signed in meanwhile. */
const Sender = z.object({ personId: z.uuid().optional() })

/** A server action that a script calls with a value: reads who asks, parses, runs the verb, and returns a Refusal as a value. */
export function viewerAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<Result>,
  limit: 'write' | 'draft' | 'report' = 'write',
) {
  return async (input: z.input<Schema> & z.input<typeof Sender>): Promise<ActionResult<Result>> => {
    const [parsed, sender] = [schema.safeParse(input), Sender.safeParse(input)]
    if (!parsed.success) return { status: 'refused', code: 'invalid', details: wrongOne(parsed.error) }
    if (!sender.success) return { status: 'refused', code: 'invalid', details: {} }
    try {
      const viewer = requireViewer(await readViewer())
      requireSame(viewer, sender.data.personId)
      await throttle(limit, viewer.id)
      return { status: 'done', result: await run(viewer, parsed.data) }
    } catch (error) {
      if (error instanceof Conflict) return conflictOf(error)
      if (error instanceof Refusal) return { status: 'refused', code: error.code, details: error.details }
      throw error
    }
  }
}

function requireSame(viewer: SignedIn, personId: string | undefined): void {
  if (personId && personId !== viewer.id)
    throw new Refusal('other-person', 'This page belongs to somebody else than who is signed in.')
}

function wrongOne({ issues }: z.ZodError): { field?: string } {
  const field = issues[0]?.path[0]
  return field === undefined ? {} : { field: String(field) }
}

function conflictOf({ head, hunks, title, mergedTitle }: Conflict): ActionResult<never> {
  const { id, number, markdown } = head
  return { status: 'conflict', head: { id, number, title: head.title, markdown }, hunks, title, mergedTitle }
}
