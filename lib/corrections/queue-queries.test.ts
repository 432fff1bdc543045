import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import { revise } from '#lib/entries/revise'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection, seen } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { decide } from './decide.ts'
import type { QueueFilter } from './input.ts'
import { makeReport } from './make-report.ts'
import { listCorrectionsOfEntry, listCorrectionsOfPassage, listReportsOfEntry } from './passage-queries.ts'
import { chooseOpen, countOpen, listOpenCorrections } from './queue-queries.ts'

testDatabase()

test('the queue goes from the oldest to the newest in pages, without gaps or repeats', async () => {
  // given
  const editor = await signedIn('editor')
  const text = await givenAnswer('第一句。第二句。')
  const made: string[] = []
  for (let at = 0; at < 5; at++)
    made.push(
      (await givenCorrection(await signedIn('member'), text, `一${at}。第二句。`, { kind: 'addition' })).id,
    )
  // when
  const pages: string[][] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await listOpenCorrections(editor, { note: text.noteShortId, after }, 2)
    pages.push(items.map(({ id }) => id))
    if (next === null) break
    after = next
  }
  // then
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1])
  expect(pages.flat()).toEqual(made)
})

test('the queue is narrowed by note, kind, age, conflict and whose it is', async () => {
  const [author, member, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const [one, two] = [await givenAnswer('第一句。第二句。'), await givenAnswer('第一句。第二句。')]
  const typo = await givenCorrection(author, one, '一。第二句。')
  const addition = await givenCorrection(member, two, '一。第二句。', { kind: 'addition' })
  const own = await givenCorrection(editor, two, '第一句。第二句。第三句。', { kind: 'addition' })
  await revise(editor, {
    kind: 'answer',
    id: one.id,
    baseId: one.baseId,
    operationId: v7(),
    title: null,
    markdown: '壹。第二句。',
    summary: '',
    minor: false,
  })
  await database()
    .update(correction)
    .set({ createdAt: sql`now() - interval '10 days'` })
    .where(eq(correction.id, addition.id))
  const ids = async (filter: QueueFilter, viewer = editor) =>
    (await listOpenCorrections(viewer, filter)).items.map(({ id }) => id)

  expect(await ids({ note: one.noteShortId })).toEqual([typo.id])
  expect(await ids({ note: two.noteShortId, kind: 'addition' })).toEqual([addition.id, own.id])
  expect(await ids({ note: two.noteShortId, kind: 'typo' })).toEqual([])
  expect(await ids({ note: two.noteShortId, age: 7 })).toEqual([addition.id])
  expect(await ids({ note: one.noteShortId, conflicting: true })).toEqual([typo.id])
  expect(await ids({ note: one.noteShortId, conflicting: false })).toEqual([])
  expect(await ids({ note: two.noteShortId, mine: 'decidable' })).toEqual([addition.id])
  expect(await ids({ mine: 'proposed' })).toEqual([own.id])
  expect(await ids({ mine: 'decidable' }, author)).toEqual([])
  expect(await countOpen(author)).toMatchObject({ decidable: 0, mine: 1 })
})

test('a queue of thousands is read off its index', async () => {
  const [editor, text] = [await signedIn('editor'), await givenAnswer('第一句。')]
  const db = database()
  await db.execute(sql`
    insert into person (id, short_id, name) select gen_random_uuid(), 'many' || n, 'many' from generate_series(1, 3000) n`)
  await db.execute(sql`
    insert into correction (id, short_id, answer_id, kind, state, author_id, created_at)
    select gen_random_uuid(), 'c' || row_number() over (), ${text.id}, 'typo',
      case when row_number() over () <= 1500 then 'open' else 'rejected' end, id, now() - interval '1 day' * random() * 300
    from person where name = 'many'`)

  const plan = await db.execute<{ 'QUERY PLAN': string }>(
    sql`explain ${chooseOpen(editor, { mine: 'decidable' }, 20).getSQL()}`,
  )

  const lines = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(lines).toContain('correction_queue')
  expect(lines).not.toContain('Seq Scan on correction')
})

test('what was proposed or reported about a sentence is shown, open or decided; what is about others is not', async () => {
  const [author, other, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const text = await givenAnswer('TCP 是可靠的。窗口和阻塞控制都属于传输层。第三句与此无关。')
  const target = { kind: 'answer' as const, id: text.id }
  const near = await givenCorrection(
    author,
    text,
    'TCP 是可靠的。窗口和拥塞控制都属于传输层。第三句与此无关。',
  )
  await givenCorrection(other, text, 'TCP 是可靠的。窗口和阻塞控制都属于传输层。第三句改了说法。', {
    kind: 'addition',
  })
  const passage = { quote: '阻塞', prefix: '窗口和', suffix: '控制都属于' }
  const report = { target, revisionId: text.baseId, kind: 'wrong' as const, why: '', evidence: [] }
  const made = await makeReport(other, { ...report, passage, operationId: v7() })

  const open = await listCorrectionsOfPassage(author, target, passage)
  await decide(editor, {
    ...(await seen(near.id)),
    verdict: 'reject',
    rejection: 'already_right',
    reason: '本来就对',
    duplicateOf: null,
  })
  const decided = await listCorrectionsOfPassage(author, target, passage)

  expect(open.corrections).toMatchObject([{ id: near.id, state: 'open' }])
  expect(open.reports).toMatchObject([{ id: made.id }])
  expect(decided.corrections).toMatchObject([
    { id: near.id, state: 'rejected', rejection: 'already_right', reason: '本来就对' },
  ])
  expect((await listCorrectionsOfEntry(author, text.entryId)).map(({ state }) => state)).toEqual([
    'open',
    'rejected',
  ])
  expect(await listReportsOfEntry(author, text.entryId)).toHaveLength(1)
})
