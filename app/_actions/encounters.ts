'use server'

import { z } from 'zod'
import { changeEncounter } from '#lib/encounters/change-encounter'
import { ChangeEncounter, Occasion, RecordEncounter, RetractEncounter } from '#lib/encounters/input'
import { matchQuestions } from '#lib/encounters/match-questions'
import { recordEncounter } from '#lib/encounters/record-encounter'
import { Interview, recordInterview } from '#lib/encounters/record-interview'
import { restoreEncounter } from '#lib/encounters/restore-encounter'
import { retractEncounter } from '#lib/encounters/retract-encounter'
import { TakeBackInterview, takeBackInterview } from '#lib/encounters/take-back-interview'
import { leadOnWithoutScripts, personAction } from './form-action.ts'

export const recordAsked = personAction(RecordEncounter, async (viewer, met) => {
  await recordEncounter(viewer, met)
  return {}
})

export const changeAsked = personAction(ChangeEncounter, async (viewer, met) => {
  await changeEncounter(viewer, met)
  return {}
})

export const retractAsked = personAction(RetractEncounter, async (viewer, met) => {
  await retractEncounter(viewer, met)
  return {}
})

export const restoreAsked = personAction(RetractEncounter, async (viewer, met) => {
  await restoreEncounter(viewer, met)
  return {}
})

const Pasted = z.object({ text: z.string().max(50_000) })
export const matchInterview = personAction(Pasted, (viewer, { text }) => matchQuestions(viewer, text))

/** What has several parts comes as JSON in one field. */
const Json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown // checked by the schema that follows
  } catch {
    context.addIssue({ code: 'custom', message: 'must be JSON' })
    return z.NEVER
  }
})

export const saveInterview = personAction(
  Occasion.extend({ questions: Json.pipe(Interview.shape.questions) }),
  async (viewer, { questions, ...occasion }) => {
    const recorded = await recordInterview(viewer, { occasion, questions })
    await leadOnWithoutScripts('/asked?sort=last')
    return recorded
  },
)

export const undoInterview = personAction(
  z.object({ recorded: Json.pipe(TakeBackInterview) }),
  async (viewer, { recorded }) => {
    await takeBackInterview(viewer, recorded)
    return {}
  },
)
