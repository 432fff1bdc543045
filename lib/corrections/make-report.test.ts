import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { notification } from '#db/schema/notifications'
import type { SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import {
  type AnswerGiven,
  givenAnswer,
  givenCorrection,
  link,
  proposal,
  seen,
} from '#lib/testing/given-correction'
import { asGuest, signedIn } from '#lib/testing/people'
import { closeReport } from './close-report.ts'
import { confirm } from './confirm.ts'
import { decide } from './decide.ts'
import { MakeReport } from './input.ts'
import { makeReport } from './make-report.ts'
import { propose } from './propose.ts'
import { countOpen } from './queue-queries.ts'
import { findReport, listOpenReports } from './report-queries.ts'

testDatabase()

const accept = { verdict: 'accept' as const, reason: '' }
const reportOf = ({ id, baseId }: AnswerGiven, quote = '第一句') =>
  MakeReport.parse({
    target: { kind: 'answer', id },
    revisionId: baseId,
    kind: 'wrong',
    passage: { quote, prefix: '', suffix: '。' },
    why: '不对',
    operationId: v7(),
  })

test('a report is made once however often it is sent, and waits for whoever decides', async () => {
  // given
  const [reporter, editor] = [await signedIn('member'), await signedIn('editor')]
  const text = await givenAnswer('第一句。')
  const before = await countOpen(editor)
  // when
  const wanted = reportOf(text)
  const made = [await makeReport(reporter, wanted), await makeReport(reporter, wanted)]
  // then
  expect(made[1]).toEqual(made[0])
  expect(await findReport(reporter, made[0]!.shortId)).toMatchObject({
    kind: 'wrong',
    passage: { quote: '第一句' },
    author: reporter.name,
    closedAt: null,
    mayClose: true,
  })
  expect((await countOpen(editor)).reports).toBe(before.reports + 1)
  expect((await listOpenReports(editor, { note: text.noteShortId })).items).toHaveLength(1)
})

test('guests report nothing', async () => {
  const text = await givenAnswer('第一句。')
  await expect(makeReport(asGuest(await signedIn('member')), reportOf(text))).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect((await listOpenReports(await signedIn('editor'), { note: text.noteShortId })).items).toEqual([])
})

test('a report closes when all its corrections are decided, and its author hears of it', async () => {
  const [reporter, one, other, editor] = await people('member', 'member', 'member', 'editor')
  const text = await givenAnswer('第一句。第二句。第三句。')
  const { id: reportId, shortId } = await makeReport(reporter, reportOf(text))
  const first = await givenCorrection(one, text, '一。第二句。第三句。', { reportId })
  const second = await givenCorrection(other, text, '第一句。第二句。三。', { reportId })

  await decide(editor, { ...accept, ...(await seen(first.id)) })
  expect(await findReport(reporter, shortId)).toMatchObject({ closedAt: null })
  await decide(editor, {
    ...(await seen(second.id)),
    verdict: 'reject',
    rejection: 'already_right',
    reason: '',
    duplicateOf: null,
  })

  const closed = await findReport(reporter, shortId)
  expect(closed).toMatchObject({ closedBy: editor.name, mayClose: false })
  expect(closed?.corrections.map(({ state }) => state).sort()).toEqual(['accepted', 'rejected'])
  const told = await database().select().from(notification).where(eq(notification.personId, reporter.id))
  expect(told.map(({ kind }) => kind)).toContain('report_closed')
})

test('the reporter, not the author, confirms; "reversed" opens the report again as well', async () => {
  const [reporter, author, editor] = await people('member', 'member', 'editor')
  const text = await givenAnswer('第一句。')
  const { id: reportId, shortId } = await makeReport(reporter, reportOf(text))
  const { id } = await givenCorrection(author, text, '一。', { reportId, kind: 'fact', evidence: link })
  await decide(editor, { ...accept, ...(await seen(id)) })
  const reversed = { correctionId: id, confirmation: 'reversed' as const, reason: '' }

  await expect(confirm(author, reversed)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await confirm(reporter, reversed)).toEqual({ reopened: true })

  expect(await findReport(reporter, shortId)).toMatchObject({
    closedAt: null,
    corrections: [{ state: 'open' }],
  })
})

test('a report is closed by hand with a reason, once, by who made it or may decide', async () => {
  const [reporter, stranger, editor] = await people('member', 'member', 'editor')
  const text = await givenAnswer('第一句。')
  const { id: reportId, shortId } = await makeReport(reporter, reportOf(text))

  await expect(closeReport(stranger, { reportId, reason: '' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await findReport(stranger, shortId)).toMatchObject({ mayClose: false })
  expect(await countOpen(stranger)).toMatchObject({ reports: 0 })
  await closeReport(editor, { reportId, reason: '没有错' })

  expect(await findReport(reporter, shortId)).toMatchObject({ reason: '没有错', closedBy: editor.name })
  await expect(closeReport(reporter, { reportId, reason: '' })).rejects.toMatchObject({ code: 'conflict' })
  await expect(propose(stranger, proposal(text, '一。', { reportId }))).rejects.toMatchObject({
    code: 'invalid',
    details: { reason: 'report' },
  })
})

test('a correction belongs to a report about its own entry', async () => {
  const [reporter] = await people('member')
  const [text, other] = [await givenAnswer('第一句。'), await givenAnswer('另一句。')]
  const { id: reportId } = await makeReport(reporter, reportOf(text))
  await expect(propose(reporter, proposal(other, '一。', { reportId }))).rejects.toMatchObject({
    details: { reason: 'report' },
  })
})

async function people<Roles extends SignedIn['role'][]>(...roles: Roles) {
  // As many people as roles were named.
  return (await Promise.all(roles.map((role) => signedIn(role)))) as { [At in keyof Roles]: SignedIn }
}
