'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { markRead } from '#lib/notifications/mark-read'
import { SetMailHabit, setMailHabit as setMailHabitVerb } from '#lib/notifications/set-mail-habit'
import { personAction } from './form-action.ts'

export const markAllRead = personAction(z.object({}), async (viewer) => {
  await markRead(viewer, {})
  refresh()
})

export const setMailHabit = personAction(SetMailHabit, setMailHabitVerb)
