import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { guest, type Viewer } from '#lib/auth/viewer'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer, givenCorrection } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { listElsewhere } from './elsewhere-queries.ts'
import { MakeReport } from './input.ts'
import { makeReport } from './make-report.ts'
import { listCorrectionsOfEntry, listCorrectionsOfPassage, listReportsOfEntry } from './passage-queries.ts'
import { findCorrection } from './queries.ts'
import { findReport, listOpenReports } from './report-queries.ts'

// Read once, when first asked for: before anything here asks.
process.env.PUBLIC_READ = 'false'

testDatabase()

test('in a wiki that is not public a guest reads nothing of corrections and reports, and a member all', async () => {
  // given
  const [author, member] = [await signedIn('member'), await signedIn('member')]
  const text = await givenAnswer('拥塞窗口和阻塞控制都属于传输层。第二句。')
  const same = await givenAnswer('又一处：拥塞窗口和阻塞控制都属于传输层。')
  await database().transaction((tx) => queueForIndexing(tx, [same.entryId]))
  const target = { kind: 'answer' as const, id: text.id }
  const passage = { quote: '阻塞', prefix: '拥塞窗口和', suffix: '控制' }
  const correction = await givenCorrection(author, text, '拥塞窗口和拥塞控制都属于传输层。第二句。')
  const report = await makeReport(
    author,
    MakeReport.parse({ target, revisionId: text.baseId, kind: 'wrong', passage, why: '', operationId: v7() }),
  )
  // when
  const read = async (viewer: Viewer) => ({
    correction: (await findCorrection(viewer, correction.shortId))?.id,
    report: (await findReport(viewer, report.shortId))?.id,
    reports: (await listOpenReports(viewer, { note: text.noteShortId })).items.length,
    ofEntry: (await listCorrectionsOfEntry(viewer, text.entryId)).length,
    reportsOfEntry: (await listReportsOfEntry(viewer, text.entryId)).length,
    ofPassage: (await listCorrectionsOfPassage(viewer, target, passage)).corrections.length,
    elsewhere: (await listElsewhere(viewer, correction.id)).length,
  })
  // then
  expect(await read(guest)).toEqual({
    correction: undefined,
    report: undefined,
    reports: 0,
    ofEntry: 0,
    reportsOfEntry: 0,
    ofPassage: 0,
    elsewhere: 0,
  })
  expect(await read(member)).toMatchObject({
    correction: correction.id,
    report: report.id,
    reports: 1,
    ofEntry: 1,
    reportsOfEntry: 1,
    ofPassage: 1,
    elsewhere: 1,
  })
})
