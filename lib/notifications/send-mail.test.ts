import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { database } from '#db/client'
import { mailHabit, notification } from '#db/schema/notifications'
import { testDatabase } from '#lib/testing/database'
import { type Mailbox, startMailbox } from '#lib/testing/mailbox'
import { signedIn } from '#lib/testing/people'
import { notify } from './notify.ts'
import { mailNotifications } from './send-mail.ts'
import { setMailHabit } from './set-mail-habit.ts'

testDatabase()

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await startMailbox()
  vi.stubEnv('SMTP_URL', mailbox.url)
  vi.stubEnv('MAIL_FROM', 'wiki@example.com')
  vi.stubEnv('PUBLIC_URL', 'https://wiki.example')
})
afterAll(() => {
  mailbox.stop()
  vi.unstubAllEnvs()
})

const hour = 3_600_000
const lettersTo = (email: string) =>
  mailbox.letters.filter((letter) => letter.includes(`To: ${email}`)).length

async function tell(to: string, actorId: string): Promise<void> {
  await database().transaction((tx) => notify(tx, { to: [to], kind: 'mention', actorId }))
}

test('a digest comes after an hour and once a day, each at once, never never, and nothing twice', async () => {
  // given
  const [writer, daily, each, never] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('member'),
  ]
  await setMailHabit(each, { habit: 'each' })
  await setMailHabit(never, { habit: 'never' })
  for (const { id } of [daily, each, never]) await tell(id, writer.id)
  const mail = (hours: number) => mailNotifications(new Date(Date.now() + hours * hour))
  const seen = () => [daily, each, never].map(({ email }) => lettersTo(email))
  // when, then
  await mail(0)
  expect(seen()).toEqual([0, 1, 0])
  await mail(2)
  expect(seen()).toEqual([1, 1, 0])
  await tell(daily.id, writer.id)
  await mail(10)
  expect(seen()).toEqual([1, 1, 0])
  await mail(30)
  expect(seen()).toEqual([2, 1, 0])
})

test('what was read in the application is not mailed, nor to whoever is suspended', async () => {
  const [writer, reader] = [await signedIn('member'), await signedIn('member')]
  await tell(reader.id, writer.id)
  await database()
    .update(notification)
    .set({ readAt: new Date() })
    .where(eq(notification.personId, reader.id))

  await mailNotifications(new Date(Date.now() + 2 * hour))

  expect(lettersTo(reader.email)).toBe(0)
  expect(await database().select().from(mailHabit).where(eq(mailHabit.personId, reader.id))).toEqual([])
})
