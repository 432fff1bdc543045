import { ResolveThread, resolveThread } from '#lib/comments/resolve-thread'
import { jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const PUT = jsonWrite(ResolveThread, resolveThread)
