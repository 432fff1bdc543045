import { VerifyEntry, verifyEntry } from '#lib/answers/verify'
import { jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const POST = jsonWrite(VerifyEntry, verifyEntry)
