import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import type { Outcome } from './call.ts'

/** What guest, member, editor and admin get. Written by hand from the table of roles, never from the code's own policies. */
export type Expected = readonly [guest: Outcome, member: Outcome, editor: Outcome, admin: Outcome]
export type Fields = (sql: Sql, actor: Actor) => Promise<Record<string, string>> | Record<string, string>

export const everybody = (outcome: Outcome): Expected => [outcome, outcome, outcome, outcome]
export const people = (outcome: Outcome): Expected => ['sign-in', outcome, outcome, outcome]
export const admins = (others: Outcome): Expected => ['sign-in', others, others, 'ok']
