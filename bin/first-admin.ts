import { ensureFirstAdmin, offerFirstAdminLink } from '#lib/auth/first-admin'
import { NewAccount } from '#lib/auth/input'
import { env } from '#lib/env'

/** Where nobody is admin yet: makes the one that the environment names, else prints the link with which a person becomes it. */
export async function offerFirstAdmin(url: string): Promise<void> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env()
  if (email && password) {
    const made = await ensureFirstAdmin(NewAccount.parse({ name: 'Admin', email, password }))
    if (made) console.log(`The first admin is ${email}.`)
    return
  }
  const token = await offerFirstAdminLink()
  if (token)
    console.log(`Become the first admin (this link works once, for 30 minutes): ${url}/first-admin/${token}`)
}
