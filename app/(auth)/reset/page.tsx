import { getTranslations } from 'next-intl/server'
import { mailIsConfigured } from '#lib/mail/send-mail'
import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { askForReset } from '../../_actions/reset.ts'
import { PlainPage } from '../../_layout/plain-page.tsx'
import { refusalWords } from '../../_layout/refusals.ts'

/** Asking for a reset link by mail; where no mail is sent, whom to ask. */
export default async function AskForResetPage() {
  const t = await getTranslations('enter')
  if (!mailIsConfigured())
    return (
      <PlainPage title={t('askTitle')} lead={t('askAdmin')}>
        <p>
          <a href="/sign-in">{t('signIn')}</a>
        </p>
      </PlainPage>
    )
  return (
    <PlainPage title={t('askTitle')}>
      <ActionForm
        action={askForReset}
        refusals={await refusalWords()}
        submit={t('askSubmit')}
        done={t('askDone')}
      >
        <TextField name="email" type="email" label={t('email')} autoComplete="username" required />
      </ActionForm>
      <p>
        <a href="/sign-in">{t('signIn')}</a>
      </p>
    </PlainPage>
  )
}
