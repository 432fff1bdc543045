import { correctionPath } from '#lib/corrections/correction'
import { ProposeWords } from '#lib/corrections/input'
import { proposeWords } from '#lib/corrections/propose-words'
import { jsonDoor } from '../json-door.ts'

export const dynamic = 'force-dynamic'

/** Proposes other words for a passage of a page. */
export const POST = jsonDoor(ProposeWords, 'report', async (viewer, words) => {
  const { shortId } = await proposeWords(viewer, words)
  return { url: correctionPath(shortId) }
})
