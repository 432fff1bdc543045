import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import { givenQuestion } from './given-question.ts'
import { type Expected, everybody, type Fields, people } from './rows.ts'

const editors = (others: string): Expected => ['sign-in', others, 'ok', 'ok']
// What scripts call answers with a refusal where a form leads to sign in.
const called = (others: string, those = 'ok'): Expected => ['forbidden', others, those, those]

/** What is opened to make something, and what is looked up for it. */
export const makingReads: Record<string, [path: string, Expected]> = {
  'page /entries/new': ['/entries/new', people('ok')],
  'page /entries/[entry]/answer': ['{entry}/answer', people('ok')],
  // Whoever may not is told so, in a page without the form.
  'page /entries/[entry]/tags': ['{entry}/tags', people('ok')],
  'page /notes/new': ['/notes/new', editors('404')],
  'page /notes/[note]/edit': ['{note}/edit', editors('404')],
  'page /notes/[note]/sections/new': ['{note}/sections/new', editors('404')],
  'page /sections/[section]/edit': ['{section}/edit', people('ok')],
  'page /tags/[tag]/edit': ['{tag}/edit', editors('404')],
  'GET /api/near-duplicates': ['/api/near-duplicates?title=tcp', everybody('ok')],
  'GET /api/notes/[note]/sections': ['/api/notes/{note id}/sections', everybody('ok')],
}

type Row = [action: string, target: string, fields: Fields, Expected]

export const makingActions: Row[] = [
  ['making#ask', 'a note', asked, called('ok')],
  ['making#ask', 'no note', () => question(randomUUID()), called('not-found', 'not-found')],
  ['making#answer', 'an imported question', answered, called('ok')],
  ['making#answer', 'nothing', () => answer(randomUUID()), called('not-found', 'not-found')],
  ['making#addTag', 'an imported question', tagged, called('forbidden')],
  ['making#addTag', 'one’s own question', ownTagged, called('ok')],
  ['making#removeTag', 'an imported question', untagged, called('forbidden')],
  ['making#addAlias', 'an imported question', named, called('forbidden')],
  ['making#addAlias', 'one’s own question', ownNamed, called('ok')],
  ['making#removeAlias', 'an imported question', named, called('forbidden')],
  [
    'notes#makeNote',
    'a new one',
    () => ({ operationId: randomUUID(), title: 'A note' }),
    editors('forbidden'),
  ],
  ['notes#renameNote', 'a note', renamed, editors('forbidden')],
  [
    'notes#renameNote',
    'no note',
    () => ({ note: randomUUID(), was: 'a', title: 'b' }),
    ['sign-in', 'forbidden', 'not-found', 'not-found'],
  ],
  ['notes#makeSection', 'in a note', sectioned, editors('forbidden')],
  ['tags#renameTag', 'a tag', retagged, editors('forbidden')],
  ['tags#splitTag', 'no merge', () => ({ event: '1' }), ['sign-in', 'forbidden', 'not-found', 'not-found']],
]

async function noteId(sql: Sql): Promise<string> {
  const [row] = await sql<{ id: string }[]>`select id from note order by id limit 1`
  return row!.id
}

async function importedId(sql: Sql): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select entry.id from entry join person on person.id = created_by where person.kind = 'system' order by entry.id limit 1`
  return row!.id
}

async function ownId(sql: Sql, { account }: Actor): Promise<string> {
  const { id } = await givenQuestion(sql)
  await sql`update entry set created_by = ${account.id} where id = ${id}`
  return id
}

const question = (note: string) => ({ operationId: randomUUID(), note, title: `A question ${randomUUID()}` })
const answer = (entry: string) => ({ operationId: randomUUID(), entry, markdown: 'An answer.' })

async function asked(sql: Sql) {
  return question(await noteId(sql))
}

async function answered(sql: Sql) {
  return answer(await importedId(sql))
}

async function tagged(sql: Sql) {
  return { entry: await importedId(sql), tag: randomUUID() }
}

async function ownTagged(sql: Sql, actor: Actor) {
  return { entry: await ownId(sql, actor), tag: randomUUID() }
}

async function untagged(sql: Sql) {
  return { entry: await importedId(sql), tag: 'none such' }
}

async function named(sql: Sql) {
  return { entry: await importedId(sql), alias: randomUUID() }
}

async function ownNamed(sql: Sql, actor: Actor) {
  return { entry: await ownId(sql, actor), alias: randomUUID() }
}

async function renamed(sql: Sql) {
  const note = await noteId(sql)
  const [row] = await sql<{ title: string }[]>`select title from note where id = ${note}`
  return { note, was: row!.title, title: `${row!.title.slice(0, 20)} ${randomUUID()}` }
}

async function sectioned(sql: Sql) {
  return { operationId: randomUUID(), note: await noteId(sql), parent: '', title: 'A section' }
}

async function retagged(sql: Sql) {
  const [row] = await sql<{ name: string }[]>`
    insert into tag ${sql({ id: randomUUID(), key: randomUUID(), name: randomUUID() })} on conflict do nothing returning name`
  await sql`update tag set key = name where name = ${row!.name}`
  return { tag: row!.name, name: randomUUID() }
}
