import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Actor } from './actors.ts'
import { givenQuestion } from './given-question.ts'
import { type Expected, type Fields, people } from './rows.ts'

const editors = (others: string): Expected => ['sign-in', others, 'ok', 'ok']

export const duplicateReads: Record<string, [path: string, Expected]> = {
  'page /duplicates': ['/duplicates', people('ok')],
  'page /duplicates/merge': ['/duplicates/merge?from={pair}', editors('404')],
  'page /duplicates/merges/[merge]': [`/duplicates/merges/${randomUUID()}`, ['sign-in', '404', '404', '404']],
  'page /entries/[entry]/same': ['{entry}/same', people('ok')],
  'page /entries/[entry]/asked': ['{entry}/asked', people('ok')],
  'page /asked': ['/asked', people('ok')],
  'page /encounters/new': ['/encounters/new', people('ok')],
}

export const duplicatePosts: Record<string, [path: string, fields: Record<string, string>, Expected]> = {
  'POST /entries/[entry]/take-over': [
    '{entry}/take-over',
    { answer: randomUUID() },
    ['sign-in', '404', '404', '404'],
  ],
}

type Row = [action: string, target: string, fields: Fields, Expected]

export const duplicateActions: Row[] = [
  ['duplicates#proposeSame', 'two questions', twoShort, people('ok')],
  ['duplicates#proposeSame', 'one question', sameShort, people('invalid')],
  ['duplicates#proposeSame', 'what editors rejected', rejectedShort, ['sign-in', 'conflict', 'ok', 'ok']],
  ['duplicates#decidePair', 'a proposed pair', proposedPair, editors('forbidden')],
  [
    'duplicates#decidePair',
    'none',
    () => ({ pair: randomUUID(), seen: 'proposed', decision: 'rejected' }),
    ['sign-in', 'forbidden', 'not-found', 'not-found'],
  ],
  ['duplicates#mergeQuestions', 'two questions', twoFresh, editors('forbidden')],
  [
    'duplicates#mergeQuestions',
    'one into what is not there',
    async (sql) => ({ ...(await twoFresh(sql)), into: randomUUID() }),
    ['sign-in', 'forbidden', 'not-found', 'not-found'],
  ],
  [
    'duplicates#unmergeQuestions',
    'none',
    () => ({ merge: randomUUID() }),
    ['sign-in', 'forbidden', 'not-found', 'not-found'],
  ],
  [
    'encounters#recordAsked',
    'a question',
    async (sql) => ({ entry: (await givenQuestion(sql)).id }),
    people('ok'),
  ],
  ['encounters#changeAsked', 'one’s own', ownEncounter, people('ok')],
  ['encounters#changeAsked', 'somebody else’s', foreignEncounter, editors('forbidden')],
  ['encounters#retractAsked', 'one’s own', ownEncounter, people('ok')],
  ['encounters#retractAsked', 'somebody else’s', foreignEncounter, editors('forbidden')],
  ['encounters#retractAsked', 'none', () => ({ encounter: randomUUID() }), people('not-found')],
  ['encounters#restoreAsked', 'one’s own', retracted(ownEncounter), people('ok')],
  ['encounters#restoreAsked', 'somebody else’s', retracted(foreignEncounter), editors('forbidden')],
  ['encounters#restoreAsked', 'one that counts', ownEncounter, people('not-found')],
  ['encounters#matchInterview', 'two questions', () => ({ text: '1. TCP\n2. UDP' }), people('ok')],
  ['encounters#saveInterview', 'a known question', interview, people('ok')],
  [
    'encounters#saveInterview',
    'one that is not there',
    () => ({ questions: JSON.stringify([{ entry: 'zzzzzzzzzz' }]) }),
    people('not-found'),
  ],
  [
    'encounters#undoInterview',
    'somebody else’s',
    async (sql) => ({
      recorded: JSON.stringify({
        encounters: [(await foreignEncounter(sql)).encounter],
        questions: [(await givenQuestion(sql)).id],
      }),
    }),
    people('ok'),
  ],
]

async function twoFresh(sql: Sql) {
  return { from: (await givenQuestion(sql)).id, into: (await givenQuestion(sql)).id }
}

async function twoShort(sql: Sql) {
  return { one: (await givenQuestion(sql)).short, other: (await givenQuestion(sql)).short }
}

async function sameShort(sql: Sql) {
  const { short } = await givenQuestion(sql)
  return { one: short, other: short }
}

async function pair(sql: Sql, state: 'proposed' | 'rejected') {
  const [a, b] = [await givenQuestion(sql), await givenQuestion(sql)]
  const id = randomUUID()
  const [first, second] = [a.id, b.id].sort()
  await sql`insert into duplicate (id, first_id, second_id, state, proposed_by, decided_by, decided_at)
    select ${id}, ${first!}, ${second!}, ${state}, created_by, ${state === 'rejected' ? sql`created_by` : null},
      ${state === 'rejected' ? sql`now()` : null} from entry where id = ${a.id}`
  return { id, one: a.short, other: b.short }
}

async function rejectedShort(sql: Sql) {
  const { one, other } = await pair(sql, 'rejected')
  return { one, other }
}

async function proposedPair(sql: Sql) {
  return { pair: (await pair(sql, 'proposed')).id, seen: 'proposed', decision: 'rejected' }
}

async function encounterOf(sql: Sql, personId: string) {
  const id = randomUUID()
  const { id: entryId } = await givenQuestion(sql)
  await sql`insert into encounter (id, entry_id, precision, reported_by) values (${id}, ${entryId}, 'unknown', ${personId})`
  return { encounter: id, company: 'Another one' }
}

function ownEncounter(sql: Sql, { account }: Actor) {
  return encounterOf(sql, account.id)
}

async function foreignEncounter(sql: Sql) {
  const [person] = await sql<{ id: string }[]>`select id from person where kind = 'system' limit 1`
  return encounterOf(sql, person!.id)
}

function retracted(given: typeof ownEncounter) {
  return async (sql: Sql, actor: Actor) => {
    const made = await given(sql, actor)
    await sql`update encounter set retracted_at = now() where id = ${made.encounter}`
    return made
  }
}

async function interview(sql: Sql) {
  return { questions: JSON.stringify([{ entry: (await givenQuestion(sql)).short }]) }
}
