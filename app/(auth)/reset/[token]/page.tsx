import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { resetLinkWorks } from '#lib/auth/reset-password'
import { ActionForm } from '#ui/action-form'
import { TextField } from '#ui/text-field'
import { resetPassword } from '../../../_actions/reset.ts'
import { PlainPage } from '../../../_layout/plain-page.tsx'
import { refusalWords } from '../../../_layout/refusals.ts'

/** Behind a reset link: a new password. A link that does not work leads nowhere. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const t = await getTranslations('enter')
  if (!(await resetLinkWorks(token))) notFound()
  return (
    <PlainPage title={t('resetTitle')}>
      <ActionForm
        action={resetPassword}
        refusals={await refusalWords({ 'not-found': t('deadLink') })}
        submit={t('resetSubmit')}
        hidden={{ token }}
      >
        <TextField
          name="password"
          type="password"
          label={t('newPassword')}
          hint={t('passwordHint')}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
      </ActionForm>
      <p>
        <a href="/sign-in">{t('signIn')}</a>
      </p>
    </PlainPage>
  )
}
