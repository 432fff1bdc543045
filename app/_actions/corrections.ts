'use server'

import { amend } from '#lib/corrections/amend'
import { closeReport as closeReportVerb } from '#lib/corrections/close-report'
import { confirm } from '#lib/corrections/confirm'
import { decide } from '#lib/corrections/decide'
import { Amend, CloseReport, Confirm, Decide, Propose, Support, Undo, Withdraw } from '#lib/corrections/input'
import { propose } from '#lib/corrections/propose'
import { support } from '#lib/corrections/support'
import { undoAcceptance } from '#lib/corrections/undo-acceptance'
import { withdraw } from '#lib/corrections/withdraw'
import { personAction } from './form-action.ts'
import { viewerAction } from './viewer-action.ts'

export const proposeText = viewerAction(Propose, propose, 'report')

export const amendCorrection = viewerAction(Amend, amend, 'report')

export const decideCorrection = viewerAction(Decide, decide)

export const withdrawCorrection = viewerAction(Withdraw, withdraw)

export const supportCorrection = viewerAction(Support, support)

export const undoCorrection = viewerAction(Undo, undoAcceptance)

export const confirmCorrection = viewerAction(Confirm, confirm)

export const closeReport = personAction(CloseReport, closeReportVerb)
