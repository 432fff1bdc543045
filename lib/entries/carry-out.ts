import { z } from 'zod'
import { throttle } from '#lib/auth/throttle'
import { requireViewer, type SignedIn, type Viewer } from '#lib/auth/viewer'
import { Refusal, type RefusalCode } from '#lib/refusal'
import type { Hunk } from '#lib/text/hunk'
import { Conflict } from './conflict.ts'

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

export type Limit = Extract<Parameters<typeof throttle>[0], 'write' | 'draft' | 'report'>

/** Whose page sends this: nothing written as one person is saved as another who signed in meanwhile. */
const Sender = z.object({ personId: z.uuid().optional() })

/** Carries out what a script of a page asks for with a value: parses it, counts it, runs the verb, and returns a Refusal as a value. */
export function carryOut<Schema extends z.ZodType, Result>(
  viewer: Viewer,
  schema: Schema,
  given: unknown,
  run: Run<Schema, Result>,
  limit: Limit,
): Promise<ActionResult<Result>> {
  return carryOutUncounted(viewer, schema, given, async (person, input) => {
    await throttle(limit, person.id)
    return run(person, input)
  })
}

type Run<Schema extends z.ZodType, Result> = (viewer: SignedIn, input: z.output<Schema>) => Promise<Result>

/** The same for a verb that is called with its own count. */
export async function carryOutUncounted<Schema extends z.ZodType, Result>(
  viewer: Viewer,
  schema: Schema,
  given: unknown,
  run: Run<Schema, Result>,
): Promise<ActionResult<Result>> {
  const [parsed, sender] = [schema.safeParse(given), Sender.safeParse(given)]
  if (!parsed.success) return { status: 'refused', code: 'invalid', details: wrongOne(parsed.error) }
  if (!sender.success) return { status: 'refused', code: 'invalid', details: {} }
  try {
    const person = requireViewer(viewer)
    requireSame(person, sender.data.personId)
    return { status: 'done', result: await run(person, parsed.data) }
  } catch (error) {
    if (error instanceof Conflict) return conflictOf(error)
    if (error instanceof Refusal) return { status: 'refused', code: error.code, details: error.details }
    throw error
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
