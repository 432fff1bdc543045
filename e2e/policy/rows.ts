import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import type { Outcome } from './call.ts'

/** What guest, member, editor and admin get. Written by hand from the table of roles, never from the code's own policies. */
export type Expected = readonly [guest: Outcome, member: Outcome, editor: Outcome, admin: Outcome]
/** What is sent: texts, where a form is; anything JSON can say, where a script calls with a value. */
export type Sent = Record<string, unknown>
/** What a script of a page asks for, where what, and with which body. */
export type Write = { path: string; body: object }
export type WriteRow = [
  way: string,
  target: string,
  write: (sql: Sql, actor: Actor) => Promise<Write>,
  Expected,
]
export type Fields = (sql: Sql, actor: Actor) => Promise<Sent> | Sent

export const everybody = (outcome: Outcome): Expected => [outcome, outcome, outcome, outcome]
export const people = (outcome: Outcome): Expected => ['sign-in', outcome, outcome, outcome]
export const admins = (others: Outcome): Expected => ['sign-in', others, others, 'ok']
