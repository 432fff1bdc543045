import { randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { givenPerson, givenSession, password } from '../../lib/testing/wiki-people.ts'
import { correctionActions, correctionPosts, correctionReads } from './expected-corrections.ts'
import { duplicateActions, duplicatePosts, duplicateReads } from './expected-duplicates.ts'
import { happeningActions, happeningPosts, happeningReads } from './expected-happenings.ts'
import { makingActions, makingReads } from './expected-making.ts'
import { talkActions, talkReads, talkWrites } from './expected-talk.ts'
import { textActions, textReads, textWrites } from './expected-texts.ts'
import { admins, type Expected, everybody, type Fields, people } from './rows.ts'

const wrongToken = 'AAAAAAAAAAAAAAAAAAAAAA'
const account = () => ({ name: 'Somebody', email: `${randomUUID()}@example.com`, password })
const someoneElse: Fields = async (sql) => ({ person: (await givenPerson(sql, 'member')).id })
const oneself: Fields = (_, actor) => ({ person: actor.account.id })
const with_ =
  (target: Fields, more: Record<string, string>): Fields =>
  async (sql, actor) => ({ ...(await target(sql, actor)), ...more })
const none: Fields = () => ({})

/** Every page and GET handler; a path in braces is looked up in the running wiki. */
export const reads: Record<string, [path: string, Expected]> = {
  'page /': ['/', everybody('ok')],
  'page /notes': ['/notes', everybody('ok')],
  'page /notes/[note]': ['{note}', everybody('ok')],
  'page /entries': ['/entries', everybody('to /notes')],
  'page /entries/[entry]': ['{entry}', everybody('ok')],
  'page /tags': ['/tags', everybody('ok')],
  'page /tags/[tag]': ['{tag}', everybody('ok')],
  'page /unanswered': ['/unanswered', everybody('ok')],
  'page /repairs': ['/repairs', everybody('ok')],
  'page /search': ['/search?q=tcp', everybody('ok')],
  'page /trouble': ['/trouble', everybody('ok')],
  'page /missing': ['/missing', everybody('ok')],
  'GET /entries/[entry]/markdown': ['{entry}.md', everybody('ok')],
  'GET /api/search': ['/api/search?q=tcp', everybody('ok')],
  'GET /api/me': ['/api/me', everybody('ok')],
  'GET /api/health': ['/api/health', everybody('ok')],
  'GET /api/ready': ['/api/ready', everybody('ok')],
  'GET /api/auth/[...nextauth]': ['/api/auth/session', everybody('ok')],
  'page /sign-in': ['/sign-in', ['ok', 'to /', 'to /', 'to /']],
  'page /register': ['/register', everybody('404')],
  'page /reset': ['/reset', everybody('ok')],
  'page /join/[token]': [`/join/${wrongToken}`, everybody('404')],
  'page /reset/[token]': [`/reset/${wrongToken}`, everybody('404')],
  'page /first-admin/[token]': [`/first-admin/${wrongToken}`, everybody('404')],
  ...textReads,
  ...duplicateReads,
  ...makingReads,
  ...correctionReads,
  ...happeningReads,
  ...talkReads,
  'page /account': ['/account', people('ok')],
  'page /admin': ['/admin', ['sign-in', '404', '404', 'to /admin/people']],
  'page /admin/people': ['/admin/people', admins('404')],
  'page /admin/invitations': ['/admin/invitations', admins('404')],
  'page /admin/settings': ['/admin/settings', admins('404')],
  'page /admin/search': ['/admin/search', admins('404')],
  'page /admin/audit': ['/admin/audit', admins('404')],
}

/** Route handlers that write; what they change of their own is no refusal. */
export const posts: Record<string, [path: string, fields: Record<string, string>, Expected]> = {
  'POST /api/auth/[...nextauth]': [
    '/api/auth/callback/credentials',
    { email: 'nobody@example.com', password },
    everybody('back to sign-in'),
  ],
  'POST /language': ['/language', { lang: 'en' }, everybody('to /')],
  'POST /sign-out': ['/sign-out', {}, ['to /', 'ok', 'ok', 'ok']],
  'POST /api/search/seen': ['/api/search/seen', { q: 'tcp' }, everybody('204')],
  'POST /api/places': [
    '/api/places',
    {
      kind: 'entry',
      entry: '{entry id}',
      note: '{note id}',
      section: '',
      after: 'end',
      fromNote: '{note id}',
      fromSection: '{section id}',
    },
    ['401', '403', 'ok', 'ok'],
  ],
  'POST /api/trash': [
    '/api/trash',
    { kind: 'entry', id: '{thrown id}', to: 'trash' },
    ['401', '403', 'ok', 'ok'],
  ],
  ...duplicatePosts,
  ...correctionPosts,
  ...happeningPosts,
  'POST /api/pictures': ['/api/pictures?note={note id}', {}, ['403', '400', '400', '400']],
}

/** What scripts of a page write as JSON. */
export const writes = [...talkWrites, ...textWrites]

/** Every server action, some with several targets: one's own things, somebody else's, nobody's. */
export const actions: [action: string, target: string, fields: Fields, Expected][] = [
  [
    'enter#signIn',
    'a wrong password',
    (_, { account: { email } }) => ({ email, password: 'wrong' }),
    everybody('forbidden'),
  ],
  ['enter#register', 'while closed', account, everybody('forbidden')],
  ['enter#join', 'a wrong link', () => ({ ...account(), token: wrongToken }), everybody('not-found')],
  [
    'enter#makeFirstAdmin',
    'a wrong link',
    () => ({ ...account(), token: wrongToken }),
    everybody('not-found'),
  ],
  [
    'reset#askForReset',
    'where no mail is sent',
    () => ({ email: 'a@example.com' }),
    everybody('unavailable'),
  ],
  ['reset#resetPassword', 'a wrong link', () => ({ token: wrongToken, password }), everybody('not-found')],

  ['account#signOutEverywhere', 'one’s own', none, people('ok')],
  [
    'account#endSession',
    'one’s own',
    async (sql, actor) => ({ session: (await givenSession(sql, actor.account.id, wrongToken)).id }),
    people('ok'),
  ],
  [
    'account#endSession',
    'somebody else’s',
    async (sql) => ({
      session: (await givenSession(sql, (await givenPerson(sql, 'member')).id, wrongToken)).id,
    }),
    ['sign-in', 'not-found', 'not-found', 'ok'],
  ],
  ['account#endSession', 'nobody’s', () => ({ session: randomUUID() }), people('not-found')],
  ['account#changeProfile', 'one’s own', () => ({ name: 'New', locale: '', theme: 'dark' }), people('ok')],
  [
    'account#changePassword',
    'the right password',
    () => ({ current: password, next: 'another long one' }),
    people('ok'),
  ],
  [
    'account#changePassword',
    'a wrong password',
    () => ({ current: 'wrong', next: 'another long one' }),
    people('forbidden'),
  ],
  ['account#beginSecondFactor', 'the right password', () => ({ password }), people('ok')],
  ['account#beginSecondFactor', 'a wrong password', () => ({ password: 'wrong' }), people('forbidden')],
  ['account#confirmSecondFactor', 'a wrong code', () => ({ code: '000000' }), people('invalid')],
  ['account#turnOffSecondFactor', 'the right password', () => ({ password }), people('ok')],
  ['account#turnOffSecondFactor', 'a wrong password', () => ({ password: 'wrong' }), people('forbidden')],
  ['account#linkIdentity', 'the right password', () => ({ password, provider: 'oidc' }), people('ok')],
  [
    'account#linkIdentity',
    'a wrong password',
    () => ({ password: 'wrong', provider: 'oidc' }),
    people('forbidden'),
  ],
  [
    'account#unlinkIdentity',
    'one that is not linked',
    () => ({ password, issuer: 'https://issuer.example' }),
    people('not-found'),
  ],
  ['account#unlinkIdentity', 'somebody else’s', linkedByAnother, people('not-found')],

  ['admin#changeRole', 'somebody else', with_(someoneElse, { role: 'editor' }), admins('forbidden')],
  ['admin#changeRole', 'oneself', with_(oneself, { role: 'admin' }), admins('forbidden')],
  [
    'admin#changeRole',
    'nobody',
    () => ({ person: randomUUID(), role: 'editor' }),
    ['sign-in', 'forbidden', 'forbidden', 'not-found'],
  ],
  ['admin#suspend', 'somebody else', someoneElse, admins('forbidden')],
  ['admin#suspend', 'oneself', oneself, admins('forbidden')],
  ['admin#readmit', 'somebody else', suspendedPerson, admins('forbidden')],
  ['admin#endSessions', 'somebody else', someoneElse, admins('forbidden')],
  ['admin#makeResetLink', 'somebody else', someoneElse, admins('forbidden')],
  [
    'admin#makeResetLink',
    'nobody',
    () => ({ person: randomUUID() }),
    ['sign-in', 'forbidden', 'forbidden', 'not-found'],
  ],
  ['admin#invite', 'a new admin', () => ({ role: 'admin', maxUses: '1', days: '1' }), admins('forbidden')],
  ['admin#revokeInvitation', 'an open one', openInvitation, admins('forbidden')],
  [
    'admin#revokeInvitation',
    'none',
    () => ({ invitation: randomUUID() }),
    ['sign-in', 'forbidden', 'forbidden', 'not-found'],
  ],
  ['admin#changeSettings', 'as they are', () => ({ allowedDomain: '' }), admins('forbidden')],
  ...textActions,
  ...duplicateActions,
  ...makingActions,
  ...correctionActions,
  ...happeningActions,
  ...talkActions,
]

async function linkedByAnother(sql: Sql): Promise<Record<string, string>> {
  const { id } = await givenPerson(sql, 'member')
  const issuer = `https://${randomUUID()}.example`
  await sql`insert into identity ${sql({ issuer, subject: '1', person_id: id })}`
  return { password, issuer }
}

async function suspendedPerson(sql: Sql): Promise<Record<string, string>> {
  const { id } = await givenPerson(sql, 'member')
  await sql`update person set suspended_at = now() where id = ${id}`
  return { person: id }
}

async function openInvitation(sql: Sql): Promise<Record<string, string>> {
  const { id } = await givenPerson(sql, 'admin')
  const row = { id: randomUUID(), token_hash: randomBytes(32), role: 'member', max_uses: 1, created_by: id }
  await sql`insert into invitation ${sql({ ...row, expires_at: new Date(Date.now() + 86_400_000) })}`
  return { invitation: row.id }
}
