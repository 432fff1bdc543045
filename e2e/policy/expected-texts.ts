import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import { type Expected, everybody, type Fields, people } from './rows.ts'

const editors = (others: string): Expected => ['sign-in', others, 'ok', 'ok']

/** What is read of texts and their history, and what only some may open. */
export const textReads: Record<string, [path: string, Expected]> = {
  'page /entries/[entry]/history': ['{entry}/history', everybody('ok')],
  'page /entries/[entry]/history/[number]': ['{entry}/history/1', everybody('ok')],
  'page /entries/[entry]/compare': ['{entry}/compare?from=1&to=1', everybody('ok')],
  'page /entries/[entry]/blame': ['{entry}/blame', everybody('ok')],
  'page /answers/[answer]/history': ['{answer}/history', everybody('ok')],
  'page /answers/[answer]/history/[number]': ['{answer}/history/1', everybody('ok')],
  'page /answers/[answer]/compare': ['{answer}/compare?from=1&to=1', everybody('ok')],
  'page /answers/[answer]/blame': ['{answer}/blame', everybody('ok')],
  // Whoever may not edit is told so, in a page without the text's source.
  'page /entries/[entry]/edit': ['{entry}/edit', people('ok')],
  'page /answers/[answer]/edit': ['{answer}/edit', people('ok')],
  'page /entries/[entry]/history/[number]/restore': ['{entry}/history/1/restore', people('ok')],
  'page /entries/[entry]/history/[number]/undo': ['{entry}/history/1/undo', everybody('404')],
  'page /answers/[answer]/history/[number]/restore': ['{answer}/history/1/restore', people('ok')],
  'page /answers/[answer]/history/[number]/undo': ['{answer}/history/1/undo', everybody('404')],
  'GET /api/texts/[kind]/[id]/activity': ['/api/texts/entry/{entry id}/activity', ['403', '403', 'ok', 'ok']],
  'page /searches': ['/searches', editors('404')],
  'page /searches/synonyms': ['/searches/synonyms', editors('404')],
}

type Row = [action: string, target: string, fields: Fields, Expected]

export const textActions: Row[] = [
  ['texts#saveText', 'an imported question', changedQuestion, ['forbidden', 'forbidden', 'ok', 'ok']],
  [
    'texts#saveText',
    'an imported answer',
    (sql) => changedAnswer(sql),
    ['forbidden', 'forbidden', 'ok', 'ok'],
  ],
  ['texts#saveText', 'one’s own answer', changedAnswer, ['forbidden', 'ok', 'ok', 'ok']],
  ['texts#saveText', 'somebody else’s answer', foreignAnswer, ['forbidden', 'forbidden', 'ok', 'ok']],
  ['texts#saveText', 'nothing', nowhere, ['forbidden', 'not-found', 'not-found', 'not-found']],
  [
    'texts#saveDraft',
    'one’s own',
    () => ({ subject: `entry:${randomUUID()}`, markdown: 'x' }),
    ['forbidden', 'ok', 'ok', 'ok'],
  ],
  [
    'texts#discardDraft',
    'one’s own',
    () => ({ subject: `entry:${randomUUID()}` }),
    ['forbidden', 'ok', 'ok', 'ok'],
  ],
  ['history#restoreVersion', 'an imported question', firstVersion, editors('forbidden')],
  ['history#restoreVersion', 'since changed', staleVersion, ['sign-in', 'forbidden', 'conflict', 'conflict']],
  ['history#undoVersion', 'since changed', staleVersion, ['sign-in', 'forbidden', 'conflict', 'conflict']],
  [
    'synonyms#addSynonyms',
    'a new group',
    () => ({ names: `${randomUUID()}, ${randomUUID()}`, kind: 'both' }),
    editors('forbidden'),
  ],
  ['synonyms#removeSynonyms', 'none', () => ({ id: randomUUID() }), editors('forbidden')],
  [
    'synonyms#switchOffSynonyms',
    'none',
    () => ({ key: 'no such group' }),
    ['sign-in', 'forbidden', 'not-found', 'not-found'],
  ],
  ['entries#askQuestion', 'a note', question, people('ok')],
  [
    'entries#askQuestion',
    'no note',
    () => ({ operationId: randomUUID(), note: randomUUID(), title: 'Where?' }),
    people('not-found'),
  ],
  [
    'admin#rebuildIndex',
    'where there is no search server',
    () => ({}),
    ['sign-in', 'forbidden', 'forbidden', 'invalid'],
  ],
]

type Head = { id: string; head: string; title: string | null; markdown: string }

async function someQuestion(sql: Sql): Promise<Head> {
  const [row] = await sql<Head[]>`
    select entry.id, revision.id as head, revision.title, markdown from entry
    join revision on revision.id = head_revision_id order by entry.id limit 1`
  return row!
}

function save(kind: 'entry' | 'answer', { id, head, title, markdown }: Head): Record<string, string> {
  const more: Record<string, string> = title === null ? {} : { title }
  return {
    kind,
    id,
    baseId: head,
    operationId: randomUUID(),
    markdown: `${markdown}\n\n${randomUUID()}`,
    summary: '',
    ...more,
  }
}

async function changedQuestion(sql: Sql) {
  return save('entry', await someQuestion(sql))
}

/** An imported answer, or with an actor one that they wrote. */
async function changedAnswer(sql: Sql, actor?: Actor) {
  const origin = actor ? 'person' : 'import'
  const [row] = await sql<Head[]>`
    select answer.id, revision.id as head, revision.title, markdown from answer
    join revision on revision.id = head_revision_id where origin = 'import' order by answer.id limit 1`
  if (actor)
    await sql`update answer set origin = ${origin}, author_id = ${actor.account.id} where id = ${row!.id}`
  return save('answer', row!)
}

async function foreignAnswer(sql: Sql) {
  const sent = await changedAnswer(sql)
  await sql`update answer set origin = 'person' where id = ${sent.id ?? ''}`
  return sent
}

async function nowhere(sql: Sql) {
  return { ...(await changedQuestion(sql)), id: randomUUID() }
}

async function firstVersion(sql: Sql) {
  const { id, head } = await someQuestion(sql)
  return { kind: 'entry', id, number: '1', headId: head }
}

async function staleVersion(sql: Sql) {
  return { ...(await firstVersion(sql)), number: '2', headId: randomUUID() }
}

async function question(sql: Sql) {
  const [note] = await sql<{ id: string }[]>`select id from note limit 1`
  return { operationId: randomUUID(), note: note!.id, title: `A new question ${randomUUID()}` }
}
