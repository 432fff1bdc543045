import 'server-only'
import type { z } from 'zod'
import { readViewer, requireViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal, type RefusalCode } from '#lib/refusal'

const statuses: Partial<Record<RefusalCode, number>> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
}

/** A POST that a script without React sends as a form: reads who asks, parses the fields, runs the verb, answers in JSON. */
export function apiPost<Schema extends z.ZodType>(
  schema: Schema,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<object>,
) {
  return async (request: Request): Promise<Response> => {
    const input = schema.safeParse(Object.fromEntries(await formOf(request)))
    if (!input.success) return apiAnswer(400, { error: { code: 'invalid' } })
    return apiAnswerOf(async () => {
      const viewer = requireViewer(await readViewer())
      await throttle('write', viewer.id)
      return run(viewer, input.data)
    })
  }
}

/** What the work gives, or the status and code of its Refusal. */
export async function apiAnswerOf(work: () => Promise<object>): Promise<Response> {
  try {
    return apiAnswer(200, await work())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return apiAnswer(statuses[error.code] ?? 400, { error: { code: error.code, details: error.details } })
  }
}

const apiAnswer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })

async function formOf(request: Request): Promise<FormData | URLSearchParams> {
  // A body that is no form has no fields.
  return request.formData().catch(() => new URLSearchParams())
}
