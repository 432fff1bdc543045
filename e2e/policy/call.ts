import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Actor } from './actors.ts'

/** `ok`, `sign-in`, `404`, `401`, a refusal's code, or the bare status where it is none of these. */
export type Outcome = string
type Fields = Record<string, unknown>
type Manifest = {
  node: Record<string, { filename?: string; exportedName?: string; workers: Record<string, unknown> }>
}

/** A page or an API handler, read as a browser reads it. */
export async function get(url: string, path: string, actor: Actor): Promise<Outcome> {
  return outcomeOf(await fetch(url + path, { headers: actor.headers, redirect: 'manual' }))
}

/** A plain form posted to a route handler. */
export async function post(url: string, path: string, actor: Actor, fields: Fields): Promise<Outcome> {
  const headers = { ...actor.headers, Origin: url }
  const body = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  return outcomeOf(await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' }))
}

/** A server action as a running page calls it: by the id in a header; the answer is a value. */
export async function callAction(
  url: string,
  action: string,
  actor: Actor,
  fields: Fields,
): Promise<Outcome> {
  const { id, path } = findAction(action)
  const headers = {
    ...actor.headers,
    Origin: url,
    Referer: url + path,
    'Next-Action': id,
    Accept: 'text/x-component',
  }
  const body = takesValue(action) ? JSON.stringify([fields]) : stateAndForm(fields)
  const answer = await fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' })
  const text = await answer.text()
  const { status, code, to } = stateIn(text)
  if (status === 'refused') return code ?? status
  if (status === 'gone') return to?.startsWith('/sign-in') ? 'sign-in' : 'ok'
  return status === 'done' ? 'ok' : `${answer.status} ${text.slice(0, 300)}`
}

/** The actions of the editor and what is made with it are called by scripts, with a value; all others stand behind forms. */
export const takesValue = (action: string) =>
  /^(?:texts|making|corrections)#/.test(action) && action !== 'corrections#closeReport'

/** The two arguments of a form's action, as React writes them. */
function stateAndForm(fields: Fields): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, String(value))
  body.append('0', '[{"status":"idle"},"$K1"]')
  return body
}

/** The same action as a browser without scripts posts it, with the hidden fields that the page holds; the status of the answer. */
export async function postForm(
  url: string,
  action: string,
  actor: Actor,
  fields: Fields,
  origin?: string | null,
) {
  const { id, path } = findAction(action)
  const body = new FormData()
  body.append('$ACTION_REF_1', '')
  body.append('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }))
  body.append('$ACTION_1:1', '[{"status":"idle"}]')
  body.append('$ACTION_KEY', 'k00000000000000000000000000000000')
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value))
  const from: Record<string, string> =
    origin === undefined ? { Origin: url } : origin === null ? {} : { Origin: origin }
  const headers = { ...actor.headers, ...from, Referer: url + path }
  return fetch(url + path, { method: 'POST', headers, body, redirect: 'manual' })
}

function outcomeOf(answer: Response): Outcome {
  const target = answer.headers.get('location') ?? ''
  if (answer.status >= 300 && answer.status < 400)
    return /signin\?csrf=true$/.test(target)
      ? 'back to sign-in'
      : target.startsWith('/sign-in?next=')
        ? 'sign-in'
        : target.startsWith('/')
          ? `to ${target}`
          : `off to ${target}`
  return answer.status === 200 ? 'ok' : String(answer.status)
}

/** What the action returned, out of the rows of React's wire format. */
function stateIn(text: string): { status?: string; code?: string; to?: string } {
  const from = text.search(/[0-9a-f]+:\{"status":"/)
  if (from >= 0) {
    const json = text.slice(text.indexOf('{', from)).split('\n', 1)[0] ?? '{}'
    return JSON.parse(json) as { status?: string; code?: string; to?: string } // FormState of our own actions
  }
  return {}
}

let manifest: Manifest | undefined

function findAction(action: string): { id: string; path: string } {
  manifest ??= JSON.parse(
    readFileSync(join(import.meta.dirname, '../../.next/server/server-reference-manifest.json'), 'utf8'),
  ) as Manifest // written by the build
  const [file, name] = action.split('#')
  for (const [id, { filename, exportedName, workers }] of Object.entries(manifest.node)) {
    if (filename !== `app/_actions/${file}.ts` || exportedName !== name) continue
    const page = Object.keys(workers).find((each) => !each.includes('[')) ?? Object.keys(workers)[0] ?? ''
    return {
      id,
      path: `/${page
        .split('/')
        .slice(1, -1)
        .filter((part) => !part.startsWith('('))
        .join('/')}`.replace(/\[\w+\]/g, 'AAAAAAAAAAAAAAAAAAAAAA'),
    }
  }
  throw new Error(`The build has no action ${action}.`)
}
