import { DeclineStandard, declineStandard } from '#lib/answers/decline-standard'
import { ProposeStandard, proposeStandard } from '#lib/answers/propose-standard'
import { jsonWrite } from '../../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const PUT = jsonWrite(ProposeStandard, proposeStandard)

/** Says no to whoever proposed it. */
export const DELETE = jsonWrite(DeclineStandard, declineStandard)
