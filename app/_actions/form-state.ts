import type { RefusalCode } from '#lib/refusal'

/** What a form shows after it was sent: nothing yet, why not, or what came of it. */
export type FormState<Result = unknown> =
  | { status: 'idle' }
  | {
      status: 'refused'
      code: RefusalCode
      details: Record<string, string | number>
      fields: string[]
      given: Record<string, string>
    }
  | { status: 'done'; result: Result }
  /** Done, and on to another page. */
  | { status: 'gone'; to: string }
