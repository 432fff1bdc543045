import 'server-only'
import type { z } from 'zod'
import { readViewer } from '#lib/auth/session'
import { throttle } from '#lib/auth/throttle'
import { isSignedIn, type SignedIn } from '#lib/auth/viewer'
import { Refusal, statusOf } from '#lib/refusal'

type Context = { params: Promise<Record<string, string>> }
type Limit = Parameters<typeof throttle>[0]
type Run<Schema extends z.ZodType> = (viewer: SignedIn, input: z.output<Schema>) => Promise<unknown>

/** Reads for the scripts of a page: whoever is not signed in gets 401, a Refusal its status, code and details. */
export function jsonRead<Schema extends z.ZodType>(schema: Schema, run: Run<Schema>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const asked = Object.fromEntries(new URL(request.url).searchParams)
    return respond(schema, { ...asked, ...(await params) }, run)
  }
}

/** Writes from the scripts of a page: the body and what the URL names are one input; counted against a limit of the person. */
export function jsonWrite<Schema extends z.ZodType>(
  schema: Schema,
  run: Run<Schema>,
  limit: Limit = 'write',
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const body: unknown = await request.json().catch(() => undefined)
    return respond(schema, { ...(body instanceof Object ? body : {}), ...(await params) }, run, limit)
  }
}

/** The same for a body that is a form. */
export function formWrite<Schema extends z.ZodType>(schema: Schema, run: Run<Schema>) {
  return async (request: Request): Promise<Response> => {
    // A body that is no form has no fields.
    const fields = await request.formData().catch(() => new URLSearchParams())
    return respond(schema, Object.fromEntries(fields), run, 'write')
  }
}

/** What the work gives, or the status and code of its Refusal; the work itself asks who may. */
export async function jsonAnswer(work: () => Promise<unknown>): Promise<Response> {
  try {
    return json(200, (await work()) ?? {})
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return json(statusOf(error.code), { error: { code: error.code, details: error.details } })
  }
}

async function respond<Schema extends z.ZodType>(
  schema: Schema,
  given: object,
  run: Run<Schema>,
  limit?: Limit,
): Promise<Response> {
  const viewer = await readViewer()
  if (!isSignedIn(viewer)) return json(401, { error: { code: 'forbidden' } })
  const input = schema.safeParse(given)
  if (!input.success) return json(400, { error: { code: 'invalid', details: wrongField(input.error) } })
  return jsonAnswer(async () => {
    if (limit) await throttle(limit, viewer.id)
    return run(viewer, input.data)
  })
}

const wrongField = ({ issues: [first] }: z.ZodError) => ({ field: String(first?.path[0] ?? '') })

const json = (status: number, body: unknown): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } })
