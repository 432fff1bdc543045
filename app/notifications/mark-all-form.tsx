'use client'

import { ActionForm } from '#ui/action-form'
import { markAllRead } from '../_actions/notifications.ts'

/** Marks everything as read. */
export function MarkAllForm({ refusals, submit }: { refusals: Record<string, string>; submit: string }) {
  return <ActionForm action={markAllRead} refusals={refusals} submit={submit} tone="plain" />
}
