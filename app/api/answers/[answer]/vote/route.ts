import { Vote, vote } from '#lib/answers/vote'
import { jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const PUT = jsonWrite(Vote, vote, 'vote')
