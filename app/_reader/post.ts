export type Fields = Record<string, string>
export type Posted<Result> = { ok: true; result: Result } | { ok: false; code: string }

/** Sends a form to an address of this site; what came of it, or the code of why not. Empty fields say that there is none. */
export async function post<Result>(path: string, fields: Fields): Promise<Posted<Result>> {
  try {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(fields) })
    const said = await answer.json()
    return answer.ok ? { ok: true, result: said } : { ok: false, code: said.error?.code ?? 'unavailable' }
  } catch {
    return { ok: false, code: 'unavailable' }
  }
}

/** Fields of an answer as they are sent back: null as an empty one. */
export const fieldsOf = (values: Record<string, unknown>): Fields =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value === null ? '' : String(value)]],
    ),
  )
