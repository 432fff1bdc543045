import { ChooseStandard, chooseStandard } from '#lib/answers/choose-standard'
import { jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const PUT = jsonWrite(ChooseStandard, chooseStandard)
