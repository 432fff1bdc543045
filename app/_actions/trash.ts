'use server'

import { z } from 'zod'
import { erase } from '#lib/trash/erase'
import { restoreFromTrash } from '#lib/trash/restore'
import { Thing } from '#lib/trash/thing'
import { personAction } from './form-action.ts'

// The rows stay after it was done, and say what came of it.
export const restoreThing = personAction(Thing, restoreFromTrash)

export const eraseThing = personAction(
  Thing.extend({ sure: z.literal('on') }),
  async (viewer, { kind, id }) => {
    await erase(viewer, { kind, id })
  },
)
