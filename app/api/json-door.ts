import 'server-only'
import type { ZodError, ZodType } from 'zod'
import { readViewer, requireViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal, type RefusalCode } from '#lib/refusal'

const statuses: Partial<Record<RefusalCode, number>> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
}

/**
 * Makes the handler of a call that writes: parses the JSON body, reads who asks, runs the verb. Answers 201 with what the verb
 * returned, or `{error: {code, details}}` with the status of the refusal; 401 for whoever is not signed in (any more).
 */
export function jsonDoor<Input>(
  schema: ZodType<Input>,
  limit: Parameters<typeof throttle>[0],
  run: (viewer: SignedIn, input: Input) => Promise<object>,
) {
  return async (request: Request): Promise<Response> => {
    const viewer = await readViewer()
    if (!viewer.id) return answer(401, { error: { code: 'forbidden' } })
    const parsed = schema.safeParse(await request.json().catch(() => undefined))
    if (!parsed.success) return answer(400, { error: { code: 'invalid', details: fieldOf(parsed.error) } })
    try {
      await throttle(limit, viewer.id)
      return answer(201, await run(requireViewer(viewer), parsed.data))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return answer(statuses[error.code] ?? 400, { error: { code: error.code, details: error.details } })
    }
  }
}

const fieldOf = ({ issues: [first] }: ZodError) => ({ field: String(first?.path[0] ?? '') })

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
