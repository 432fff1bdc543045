'use server'

import { refresh } from 'next/cache'
import { Ask, ask } from '#lib/entries/ask'
import { entryPath } from '#lib/entries/entry'
import { personAction } from './form-action.ts'

export const askQuestion = personAction(Ask, async (viewer, question) => {
  const made = await ask(viewer, question)
  refresh()
  return { path: entryPath(made), title: made.title }
})
