import { reportPath } from '#lib/corrections/correction'
import { MakeReport } from '#lib/corrections/input'
import { makeReport } from '#lib/corrections/make-report'
import { jsonDoor } from '../json-door.ts'

export const dynamic = 'force-dynamic'

/** Says that a passage is wrong, outdated or unclear, or leads nowhere. */
export const POST = jsonDoor(MakeReport, 'report', async (viewer, wanted) => {
  const { shortId } = await makeReport(viewer, wanted)
  return { url: reportPath(shortId) }
})
