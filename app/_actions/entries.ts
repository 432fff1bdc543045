'use server'

import { Ask, ask } from '#lib/entries/ask'
import { entryPath } from '#lib/entries/entry'
import { personAction } from './form-action.ts'

export const askQuestion = personAction(Ask, async (viewer, question) => {
  // The page is not made anew: its row stays, with the way to the question.
  const made = await ask(viewer, question)
  return { path: entryPath(made), title: made.title }
})
