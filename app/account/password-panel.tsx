import { useTranslations } from 'next-intl'
import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { TextField } from '#ui/text-field'
import { changePassword } from '../_actions/account.ts'

/** A new password, given the old one; every other browser is signed out. */
export function PasswordPanel({ refusals }: { refusals: Record<string, string> }) {
  const t = useTranslations('account')
  const enter = useTranslations('enter')
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password">{t('passwordTitle')}</h2>
      <ActionForm
        action={changePassword}
        refusals={{
          ...refusals,
          'field.password': refusals['field.current'] ?? '',
          forbidden: refusals['field.current'] ?? '',
        }}
        submit={t('changePassword')}
        tone="plain"
        done={t('passwordChanged')}
      >
        <CurrentPasswordField name="current" label={t('currentPassword')} />
        <TextField
          name="next"
          type="password"
          label={enter('newPassword')}
          hint={enter('passwordHint')}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
      </ActionForm>
    </section>
  )
}
