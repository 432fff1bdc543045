'use server'

import { Ask, ask } from '#lib/entries/ask'
import { entryPath } from '#lib/entries/entry'
import { personAction } from './form-action.ts'

const Wanted = Ask.pick({ operationId: true, note: true, title: true })

export const askQuestion = personAction(Wanted, async (viewer, wanted) => {
  // It was searched for in vain. The page is not made anew: its row stays, with the way to the question.
  const made = await ask(viewer, Ask.parse({ ...wanted, anyway: true }))
  return { path: entryPath(made), title: made.title }
})
