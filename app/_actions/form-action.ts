import 'server-only'
import { headers } from 'next/headers'
import type { ZodType } from 'zod'
import type { Origin } from '#lib/auth/enter'
import { readViewer } from '#lib/auth/session'
import { originOf } from '#lib/auth/sign-in-request'
import { throttle } from '#lib/auth/throttle'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { FormState } from './form-state.ts'

type Run<Input, Result> = (viewer: Viewer, input: Input, origin: Origin) => Promise<Result>

/**
 * Makes a form's server action: reads who asks, parses the fields, runs the verb, and turns a Refusal into what the form shows.
 * Redirects pass through; anything else that is thrown is a bug and goes to the error page.
 */
export function formAction<Input, Result>(schema: ZodType<Input>, run: Run<Input, Result>) {
  return async (_: FormState<Result>, form: FormData): Promise<FormState<Result>> => {
    const fields = fieldsOf(form)
    const parsed = schema.safeParse(fields)
    if (!parsed.success) {
      return refused('invalid', fields, {}, [
        ...new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ''))),
      ])
    }
    try {
      const viewer = await readViewer()
      if (viewer.id) await throttle('write', viewer.id)
      return { status: 'done', result: await run(viewer, parsed.data, originOf(await headers())) }
    } catch (error) {
      if (error instanceof Refusal)
        return refused(error.code, fields, error.details, [String(error.details.field ?? '')])
      throw error
    }
  }
}

function refused(
  code: Refusal['code'],
  fields: Record<string, string>,
  details: Refusal['details'],
  wrong: string[],
): FormState<never> {
  const given = Object.fromEntries(
    Object.entries(fields).filter(([name]) => !/password|code|token/i.test(name)),
  )
  return { status: 'refused', code, details, fields: wrong.filter(Boolean), given }
}

function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$ACTION')) fields[name] = value
  return fields
}
