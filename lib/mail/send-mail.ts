import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from '#lib/env'

let transport: Transporter | undefined

/** Whether mail can be sent at all, with links that lead back here. */
export function mailIsConfigured(): boolean {
  return env().SMTP_URL !== undefined && env().MAIL_FROM !== undefined && env().PUBLIC_URL !== undefined
}

/** Hands a plain-text mail to the configured server. Throws where none is configured or it refuses. */
export async function sendMail(to: string, subject: string, text: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env()
  if (!SMTP_URL || !MAIL_FROM) throw new Error('Mail needs SMTP_URL and MAIL_FROM.')
  transport ??= createTransport(SMTP_URL)
  await transport.sendMail({ from: MAIL_FROM, to, subject, text })
}
