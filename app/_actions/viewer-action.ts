import 'server-only'
import type { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import type { SignedIn } from '#lib/auth/viewer'
import { type ActionResult, carryOut, type Limit } from '#lib/entries/carry-out'

/** A server action that a script calls with a value, `personId` beside the input of the verb: see `carryOut`. */
export function viewerAction<Schema extends z.ZodType, Result>(
  schema: Schema,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<Result>,
  limit: Limit = 'write',
) {
  return async (input: z.input<Schema> & { personId?: string }): Promise<ActionResult<Result>> =>
    carryOut(await readViewer(), schema, input, run, limit)
}
