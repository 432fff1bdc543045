import { randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { givenPerson } from '../../lib/testing/wiki-people.ts'
import type { Actor } from './actors.ts'
import { type Expected, type Fields, people, type Write, type WriteRow } from './rows.ts'

const members = (outcome: string): Expected => ['401', outcome, outcome, outcome]

/** What scripts of a page read of its reader. */
export const talkReads: Record<string, [path: string, Expected]> = {
  'GET /api/entries/[entry]/mine': ['/api/entries/{entry short id}/mine', members('ok')],
  'GET /api/names': ['/api/names?begun=A', members('ok')],
  'GET /api/comments/[comment]/text': ['/api/comments/aaaaaaaaaa/text', members('404')],
  'page /standards': ['/standards', ['sign-in', '404', 'ok', 'ok']],
  'page /comments/new': ['/comments/new?on=entry:{entry short id}', people('ok')],
  'page /comments/[comment]': ['/comments/aaaaaaaaaa', people('404')],
}

/** The same by plain forms, where a browser runs no scripts. */
export const talkActions: [action: string, target: string, fields: Fields, Expected][] = [
  [
    'comments#sayComment',
    'an answer',
    async (sql) => ({ on: `answer:${(await imported(sql)).answer}`, markdown: 'Why?' }),
    people('ok'),
  ],
  ['comments#rewordComment', 'one’s own', byForm(true, { markdown: 'b' }), people('ok')],
  ['comments#rewordComment', 'somebody else’s', byForm(false, { markdown: 'b' }), people('forbidden')],
  ['comments#settleThread', 'one’s own', byForm(true, { isResolved: 'true' }), people('ok')],
  [
    'comments#settleThread',
    'somebody else’s',
    byForm(false, { isResolved: 'true' }),
    ['sign-in', 'forbidden', 'ok', 'ok'],
  ],
  ['comments#removeComment', 'one’s own', byForm(true, { isTrashed: 'true' }), people('ok')],
  [
    'comments#removeComment',
    'somebody else’s',
    byForm(false, { isTrashed: 'true' }),
    ['sign-in', 'forbidden', 'forbidden', 'ok'],
  ],
]

/** What scripts of a page write. */
export const talkWrites: WriteRow[] = [
  ['PUT /api/answers/[answer]/vote', 'an imported answer', vote(imported, 1), members('ok')],
  ['PUT /api/answers/[answer]/vote', 'one’s own answer', vote(own, 1), members('403')],
  ['PUT /api/answers/[answer]/vote', 'no value of a vote', vote(imported, 2), members('400')],
  ['PUT /api/answers/[answer]/vote', 'no version of it', vote(unversioned, 1), members('404')],
  ['PUT /api/answers/[answer]/standard', 'an answer', standard, ['401', '403', 'ok', 'ok']],
  ['PUT /api/answers/[answer]/standard/proposal', 'an answer', proposal, members('ok')],
  ['DELETE /api/answers/[answer]/standard/proposal', 'an answer', proposal, ['401', '403', 'ok', 'ok']],
  ['POST /api/answers/[answer]/verifications', 'an answer', verify, members('ok')],
  ['POST /api/entries/[entry]/verifications', 'a question', verifyQuestion, members('ok')],
  ['DELETE /api/verifications/[verification]', 'one’s own', withdraw(true), members('ok')],
  ['DELETE /api/verifications/[verification]', 'somebody else’s', withdraw(false), members('403')],
  ['POST /api/comments', 'an answer', say, members('ok')],
  ['POST /api/comments', 'nothing', sayNothing, members('400')],
  ['PUT /api/comments/[comment]/text', 'one’s own', comment(true, 'text', { markdown: 'b' }), members('ok')],
  [
    'PUT /api/comments/[comment]/text',
    'somebody else’s',
    comment(false, 'text', { markdown: 'b' }),
    members('403'),
  ],
  [
    'PUT /api/comments/[comment]/trash',
    'one’s own',
    comment(true, 'trash', { isTrashed: true }),
    members('ok'),
  ],
  [
    'PUT /api/comments/[comment]/trash',
    'somebody else’s',
    comment(false, 'trash', { isTrashed: true }),
    ['401', '403', '403', 'ok'],
  ],
  [
    'PUT /api/comments/[comment]/resolution',
    'one’s own',
    comment(true, 'resolution', { isResolved: true }),
    members('ok'),
  ],
  [
    'PUT /api/comments/[comment]/resolution',
    'somebody else’s',
    comment(false, 'resolution', { isResolved: true }),
    ['401', '403', 'ok', 'ok'],
  ],
]

type Answer = { id: string; answer: string; head: string; entry: string; entryHead: string }

async function imported(sql: Sql): Promise<Answer> {
  const [row] = await sql<Answer[]>`
    select answer.id, answer.short_id as answer, answer.head_revision_id as head, entry.short_id as entry,
      entry.head_revision_id as "entryHead"
    from answer join entry on entry.id = entry_id where origin = 'import' and answer.trashed_at is null and entry.trashed_at is null order by answer.id desc limit 1`
  return row!
}

async function own(sql: Sql, actor: Actor): Promise<Answer> {
  const row = await imported(sql)
  await sql`update answer set origin = 'person', author_id = ${actor.account.id} where id = ${row.id}`
  return row
}

async function unversioned(sql: Sql): Promise<Answer> {
  return { ...(await imported(sql)), head: randomUUID() }
}

function vote(find: (sql: Sql, actor: Actor) => Promise<Answer>, value: number) {
  return async (sql: Sql, actor: Actor) => {
    const { answer, head } = await find(sql, actor)
    return { path: `/api/answers/${answer}/vote`, body: { value, revisionId: head } }
  }
}

async function standard(sql: Sql): Promise<Write> {
  const { answer, head } = await imported(sql)
  return { path: `/api/answers/${answer}/standard`, body: { revisionId: head, isStandard: true } }
}

async function proposal(sql: Sql): Promise<Write> {
  const { answer, head } = await imported(sql)
  return { path: `/api/answers/${answer}/standard/proposal`, body: { revisionId: head, isProposed: true } }
}

async function verify(sql: Sql): Promise<Write> {
  const { answer, head } = await imported(sql)
  return { path: `/api/answers/${answer}/verifications`, body: { revisionId: head, against: 'RFC 9293' } }
}

async function verifyQuestion(sql: Sql): Promise<Write> {
  const { entry, entryHead } = await imported(sql)
  return { path: `/api/entries/${entry}/verifications`, body: { revisionId: entryHead, against: 'RFC 9293' } }
}

function withdraw(isOwn: boolean) {
  return async (sql: Sql, actor: Actor) => {
    const { id: answer_id, head: revision_id } = await imported(sql)
    const person_id = isOwn ? actor.account.id : (await givenPerson(sql, 'member')).id
    const id = randomUUID()
    await sql`insert into verification ${sql({ id, answer_id, revision_id, person_id, against: 'RFC 9293' })}`
    return { path: `/api/verifications/${id}`, body: {} }
  }
}

async function say(sql: Sql): Promise<Write> {
  const { answer } = await imported(sql)
  return { path: '/api/comments', body: { on: { kind: 'answer', id: answer }, markdown: 'Why?' } }
}

async function sayNothing(sql: Sql): Promise<Write> {
  const { path, body } = await say(sql)
  return { path, body: { ...body, markdown: ' ' } }
}

function comment(isOwn: boolean, what: string, body: object) {
  return async (sql: Sql, actor: Actor) => ({
    path: `/api/comments/${await givenComment(sql, actor, isOwn)}/${what}`,
    body,
  })
}

function byForm(isOwn: boolean, fields: Record<string, string>): Fields {
  return async (sql, actor) => ({ comment: await givenComment(sql, actor, isOwn), ...fields })
}

/** Its short id. */
async function givenComment(sql: Sql, actor: Actor, isOwn: boolean): Promise<string> {
  const { id: answer_id } = await imported(sql)
  const author_id = isOwn ? actor.account.id : (await givenPerson(sql, 'member')).id
  const [id, short_id] = [randomUUID(), randomBytes(5).toString('hex')]
  await sql`insert into comment ${sql({ id, short_id, answer_id, author_id })}`
  await sql`insert into comment_text ${sql({ comment_id: id, number: 1, markdown: 'a', html: '<p>a</p>' })}`
  return short_id
}
