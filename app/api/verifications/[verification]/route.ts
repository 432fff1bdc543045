import { WithdrawVerification, withdrawVerification } from '#lib/answers/withdraw-verification'
import { jsonWrite } from '../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const DELETE = jsonWrite(WithdrawVerification, withdrawVerification)
