import { reportPath } from '#lib/corrections/correction'
import { MakeReport } from '#lib/corrections/input'
import { makeReport } from '#lib/corrections/make-report'
import { jsonWrite } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** Says that a passage is wrong, outdated or unclear, or leads nowhere. */
export const POST = jsonWrite(
  MakeReport,
  async (viewer, wanted) => {
    const { shortId } = await makeReport(viewer, wanted)
    return { url: reportPath(shortId) }
  },
  'report',
)
