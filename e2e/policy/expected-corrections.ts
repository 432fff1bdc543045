import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import { givenPerson } from '../../lib/testing/wiki-people.ts'
import { givenCorrection, givenReport, importedAnswer } from './given-corrections.ts'
import { type Expected, everybody, type Fields, people, type Sent } from './rows.ts'

// What scripts call answers with a refusal where a form leads to sign in.
const called = (members: string, editors: string): Expected => ['forbidden', members, editors, editors]

/** What is read of corrections and reports, and what only some may open. */
export const correctionReads: Record<string, [path: string, Expected]> = {
  'page /corrections': ['/corrections', people('ok')],
  'page /corrections/[correction]': ['{correction}', everybody('ok')],
  // Somebody else's, which goes together with its text: it is its author's to word anew.
  'page /corrections/[correction]/amend': ['{correction}/amend', people('404')],
  'page /entries/[entry]/suggest': ['{entry}/suggest', people('ok')],
  'page /answers/[answer]/suggest': ['{answer}/suggest', people('ok')],
  'page /reports': ['/reports', people('ok')],
  'page /reports/[report]': ['{report}', everybody('ok')],
  'GET /api/passages': ['/api/passages?kind=entry&id={entry id}&quote=tcp', everybody('ok')],
}

/** Calls with a JSON body, which a form is not. */
export const correctionPosts: Record<string, [path: string, fields: Record<string, string>, Expected]> = {
  'POST /api/corrections': ['/api/corrections', {}, ['401', '400', '400', '400']],
  'POST /api/reports': ['/api/reports', {}, ['401', '400', '400', '400']],
}

type Row = [action: string, target: string, fields: Fields, Expected]

export const correctionActions: Row[] = [
  ['corrections#proposeText', 'an imported answer', proposal, called('ok', 'ok')],
  ['corrections#amendCorrection', 'one’s own', own(amended), called('ok', 'ok')],
  ['corrections#amendCorrection', 'somebody else’s', others(amended), called('forbidden', 'forbidden')],
  ['corrections#decideCorrection', 'somebody else’s, accepted', others(accepted), called('forbidden', 'ok')],
  ['corrections#decideCorrection', 'one’s own slip, accepted', own(accepted), called('forbidden', 'ok')],
  [
    'corrections#decideCorrection',
    'one’s own claim, accepted',
    own(accepted, 'fact'),
    called('forbidden', 'forbidden'),
  ],
  ['corrections#decideCorrection', 'somebody else’s, rejected', others(rejected), called('forbidden', 'ok')],
  ['corrections#decideCorrection', 'one’s own, rejected', own(rejected), called('forbidden', 'forbidden')],
  ['corrections#withdrawCorrection', 'one’s own', own(seen), called('ok', 'ok')],
  ['corrections#withdrawCorrection', 'somebody else’s', others(seen), called('forbidden', 'forbidden')],
  ['corrections#supportCorrection', 'somebody else’s', others(seen), called('ok', 'ok')],
  ['corrections#supportCorrection', 'one’s own', own(seen), called('forbidden', 'forbidden')],
  [
    'corrections#undoCorrection',
    'somebody else’s, not accepted',
    others(seen),
    called('forbidden', 'not-found'),
  ],
  ['corrections#confirmCorrection', 'somebody else’s', othersAccepted, called('forbidden', 'forbidden')],
  [
    'corrections#closeReport',
    'one’s own',
    async (sql, actor) => ({ reportId: (await givenReport(sql, actor.account.id)).id }),
    people('ok'),
  ],
  [
    'corrections#closeReport',
    'somebody else’s',
    async (sql) => ({ reportId: (await givenReport(sql, (await givenPerson(sql, 'member')).id)).id }),
    ['sign-in', 'forbidden', 'ok', 'ok'],
  ],
]

type Given = Awaited<ReturnType<typeof givenCorrection>>

function own(send: (given: Given) => Sent, kind?: string): Fields {
  return async (sql, actor) => send(await givenCorrection(sql, actor.account.id, kind))
}

function others(send: (given: Given) => Sent): Fields {
  return async (sql) => send(await givenCorrection(sql, (await givenPerson(sql, 'member')).id))
}

async function othersAccepted(sql: Sql): Promise<Sent> {
  const given = await givenCorrection(sql, (await givenPerson(sql, 'member')).id)
  await sql`update correction set state = 'accepted' where id = ${given.id}`
  return confirmed(given)
}

async function proposal(sql: Sql): Promise<Sent> {
  const { id, head, markdown } = await importedAnswer(sql)
  return {
    target: { kind: 'answer', id },
    baseRevisionId: head,
    markdown: `${markdown}\n\nProposed ${randomUUID()}.`,
    kind: 'typo',
    operationId: randomUUID(),
  }
}

function seen({ id, head }: Given): Sent {
  return { correctionId: id, rev: 1, headRevisionId: head }
}

function accepted(given: Given): Sent {
  return { ...seen(given), verdict: 'accept' }
}

function rejected(given: Given): Sent {
  return { ...seen(given), verdict: 'reject', rejection: 'no_improvement' }
}

function confirmed({ id }: Given): Sent {
  return { correctionId: id, confirmation: 'matches' }
}

function amended({ id, head, markdown }: Given): Sent {
  return {
    correctionId: id,
    rev: 1,
    baseRevisionId: head,
    markdown: `${markdown}\n\nAmended ${randomUUID()}.`,
    kind: 'typo',
  }
}
