import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import { givenQuestion } from './given-question.ts'
import { admins, type Expected, everybody, type Fields, people, type WriteRow } from './rows.ts'

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
  'page /sections/[section]/history': ['{section}/history', everybody('ok')],
  'page /sections/[section]/history/[number]': ['{section}/history/1', everybody('ok')],
  'page /sections/[section]/compare': ['{section}/compare?from=1&to=1', everybody('ok')],
  'page /sections/[section]/blame': ['{section}/blame', everybody('ok')],
  'page /sections/[section]/history/[number]/restore': ['{section}/history/1/restore', people('ok')],
  'page /sections/[section]/history/[number]/undo': ['{section}/history/1/undo', everybody('404')],
  // Whoever may not edit is told so, in a page without the text's source.
  'page /entries/[entry]/edit': ['{entry}/edit', people('ok')],
  'page /answers/[answer]/edit': ['{answer}/edit', people('ok')],
  'page /entries/[entry]/history/[number]/restore': ['{entry}/history/1/restore', people('ok')],
  'page /entries/[entry]/history/[number]/undo': ['{entry}/history/1/undo', everybody('404')],
  'page /answers/[answer]/history/[number]/restore': ['{answer}/history/1/restore', people('ok')],
  'page /answers/[answer]/history/[number]/undo': ['{answer}/history/1/undo', everybody('404')],
  'page /notes/[note]/arrange': ['{note}/arrange', editors('404')],
  'GET /api/places': ['/api/places', ['403', '403', 'ok', 'ok']],
  // Nothing lies in the trash there.
  'GET /api/trash': ['/api/trash?path={entry}', everybody('404')],
  'page /trash': ['/trash', people('ok')],
  'GET /api/entries/[entry]/live': ['/api/entries/{entry id}/live', everybody('ok')],
  'GET /api/texts/[kind]/[id]/live': ['/api/texts/entry/{entry id}/live', ['403', '403', 'ok', 'ok']],
  'page /searches': ['/searches', editors('404')],
  'page /searches/synonyms': ['/searches/synonyms', editors('404')],
}

/** What the editor page saves. */
export const textWrites: WriteRow[] = [
  ['POST /api/texts', 'an imported question', saving(changedQuestion), ['401', '403', 'ok', 'ok']],
  ['POST /api/texts', 'an imported answer', saving((sql) => changedAnswer(sql)), ['401', '403', 'ok', 'ok']],
  ['POST /api/texts', 'one’s own answer', saving(changedAnswer), ['401', 'ok', 'ok', 'ok']],
  ['POST /api/texts', 'somebody else’s answer', saving(foreignAnswer), ['401', '403', 'ok', 'ok']],
  ['POST /api/texts', 'nothing', saving(nowhere), ['401', '404', '404', '404']],
  ['POST /api/texts', 'no text', saving(() => ({})), everybody('400')],
  ['POST /api/texts', 'from a page of somebody else', saving(fromAnother), ['401', '400', '400', '400']],
]

type Row = [action: string, target: string, fields: Fields, Expected]

export const textActions: Row[] = [
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
  ['trash#restoreThing', 'a question in the trash', trashedQuestion, editors('forbidden')],
  ['trash#restoreThing', 'nothing', () => ({ kind: 'note', id: randomUUID() }), people('not-found')],
  ['trash#eraseThing', 'a question in the trash', surelyErased, admins('forbidden')],
  ['trash#eraseThing', 'without being sure', trashedQuestion, people('invalid')],
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

function saving(fields: Fields) {
  return async (sql: Sql, actor: Actor) => ({ path: '/api/texts', body: await fields(sql, actor) })
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

async function fromAnother(sql: Sql) {
  return { ...(await changedQuestion(sql)), personId: randomUUID() }
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

async function trashedQuestion(sql: Sql) {
  const { id } = await givenQuestion(sql)
  await sql`update entry set trashed_at = now() where id = ${id}`
  return { kind: 'entry', id }
}

async function surelyErased(sql: Sql) {
  return { ...(await trashedQuestion(sql)), sure: 'on' }
}
