import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ZodType } from 'zod'
import type { Origin } from '#lib/auth/enter'
import { readViewer } from '#lib/auth/session'
import { originOf } from '#lib/auth/sign-in-request'
import { throttle } from '#lib/auth/throttle'
import { isSignedIn, type SignedIn, type Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { pathWithin } from '../language/path-within.ts'
import { answersAction } from './answers-action.ts'
import { Departure } from './departure.ts'
import type { FormState } from './form-state.ts'

type Run<Who, Input, Result> = (viewer: Who, input: Input, origin: Origin) => Promise<Result>

/**
 * Makes a form's server action for anybody: reads who asks, parses the fields, runs the verb, and turns a Refusal into what the
 * form shows. Anything else that is thrown, but for a Departure, is a bug and goes to the error page.
 */
export function formAction<Input, Result>(schema: ZodType<Input>, run: Run<Viewer, Input, Result>) {
  return makeAction(readViewer, schema, run)
}

/** The same for somebody signed in; whoever is not (any more) is led to sign in and back to the page of the form. */
export function personAction<Input, Result>(schema: ZodType<Input>, run: Run<SignedIn, Input, Result>) {
  return makeAction(requirePerson, schema, run)
}

async function requirePerson(): Promise<SignedIn> {
  const viewer = await readViewer()
  if (isSignedIn(viewer)) return viewer
  const asked = await headers()
  const from = pathWithin(asked.get('referer'), asked.get('host'))
  throw new Departure(`/sign-in?next=${encodeURIComponent(from)}`)
}

function makeAction<Who extends Viewer, Input, Result>(
  findWho: () => Promise<Who>,
  schema: ZodType<Input>,
  run: Run<Who, Input, Result>,
) {
  return async (_: FormState<Result>, form: FormData): Promise<FormState<Result>> => {
    const fields = fieldsOf(form)
    try {
      const viewer = await findWho()
      const parsed = schema.safeParse(fields)
      if (!parsed.success) return refused('invalid', fields, {}, wrongOnes(parsed.error))
      if (viewer.id) await throttle('write', viewer.id)
      return { status: 'done', result: await run(viewer, parsed.data, originOf(await headers())) }
    } catch (error) {
      if (error instanceof Departure) return depart(error.to)
      if (error instanceof Refusal)
        return refused(error.code, fields, error.details, [String(error.details.field ?? '')])
      throw error
    }
  }
}

/** For a result that only a running page can show in place, as the form stands in an answer or on a page that is gone by then: any other is led on. */
export async function leadOnWithoutScripts(to: string): Promise<void> {
  if (!(await answersAction())) throw new Departure(to)
}

/** A running page is told where to go, for public pages come whole, with scripts of their own; any other is redirected. */
async function depart(to: string): Promise<FormState<never>> {
  if (await answersAction()) return { status: 'gone', to }
  redirect(to)
}

function wrongOnes({ issues }: { issues: { path: PropertyKey[] }[] }): string[] {
  return [...new Set(issues.map(({ path }) => String(path[0] ?? '')))]
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
