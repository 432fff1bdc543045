import 'server-only'
import type { z } from 'zod'
import { isSignedIn, readViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal, type RefusalCode } from '#lib/refusal'

const statuses: Partial<Record<RefusalCode, number>> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
}

type Context = { params: Promise<Record<string, string>> }

/** Reads for the scripts of a page: whoever is not signed in gets 401, a Refusal its status and code. */
export function jsonRead<Schema extends z.ZodType>(
  schema: Schema,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<unknown>,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    return respond(schema, { ...asked, ...(await params) }, run)
  }
}

/** Writes from the scripts of a page: the body and what the URL names are one input; counted against a limit of the person. */
export function jsonWrite<Schema extends z.ZodType>(
  schema: Schema,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<unknown>,
  limit: 'write' | 'vote' = 'write',
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const body: unknown = await request.json().catch(() => undefined)
    return respond(schema, { ...(body instanceof Object ? body : {}), ...(await params) }, run, limit)
  }
}

async function respond<Schema extends z.ZodType>(
  schema: Schema,
  given: object,
  run: (viewer: SignedIn, input: z.output<Schema>) => Promise<unknown>,
  limit?: 'write' | 'vote',
): Promise<Response> {
  try {
    const viewer = await readViewer()
    if (!isSignedIn(viewer)) return json(401, { error: { code: 'forbidden' } })
    const input = schema.safeParse(given)
    if (!input.success) return json(400, { error: { code: 'invalid' } })
    if (limit) await throttle(limit, viewer.id)
    return json(200, (await run(viewer, input.data)) ?? {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return json(statuses[error.code] ?? 400, { error: { code: error.code, ...error.details } })
  }
}

const json = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
