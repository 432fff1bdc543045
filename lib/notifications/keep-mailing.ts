import { setTimeout as sleep } from 'node:timers/promises'
import { driver } from '#db/client'
import { mailIsConfigured } from '#lib/mail/send-mail'
import { mailNotifications } from './send-mail.ts'

// Any number that is ours alone.
const lock = 7_361_203_302
/** Milliseconds. */
const pause = 60_000

/** Mails notifications while this process runs, where mail is configured; of several instances one at a time. Gives how to stop. */
export function startMailing(): () => Promise<void> {
  if (!mailIsConfigured()) return async () => {}
  const ending = new AbortController()
  const running = run(ending.signal)
  return async () => {
    ending.abort()
    await Promise.race([running, sleep(5_000, undefined, { ref: false })])
  }
}

async function run(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
    if (signal.aborted) return
    try {
      await alone(() => mailNotifications(new Date()))
    } catch (error) {
      // The database or the mail server may be away; the next minute is another chance.
      if (!signal.aborted) console.error('Mailing notifications:', error)
    }
  }
}

async function alone(work: () => Promise<unknown>): Promise<void> {
  const connection = await driver().reserve()
  try {
    const [row] = await connection<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`
    if (!row?.got) return
    try {
      await work()
    } finally {
      await connection`select pg_advisory_unlock(${lock})`
    }
  } finally {
    connection.release()
  }
}
