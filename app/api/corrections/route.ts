import { correctionPath } from '#lib/corrections/correction'
import { ProposeWords } from '#lib/corrections/input'
import { proposeWords } from '#lib/corrections/propose-words'
import { jsonWrite } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** Proposes other words for a passage of a page. */
export const POST = jsonWrite(
  ProposeWords,
  async (viewer, words) => {
    const { shortId } = await proposeWords(viewer, words)
    return { url: correctionPath(shortId) }
  },
  'report',
)
