import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findSettings } from '#lib/auth/settings'
import { AccountForm } from '#ui/account-form'
import { register } from '../../_actions/enter.ts'
import { accountWords } from '../../_layout/account-words.ts'
import { PlainPage } from '../../_layout/plain-page.tsx'
import { refusalWords } from '../../_layout/refusals.ts'

/** Making an account where an admin has opened registration; otherwise there is no such page. */
export default async function RegisterPage() {
  const { openRegistration, allowedDomain } = await findSettings()
  if (!openRegistration) notFound()
  const t = await getTranslations('enter')
  return (
    <PlainPage
      title={t('registerTitle')}
      lead={allowedDomain ? t('registerDomain', { domain: allowedDomain }) : undefined}
    >
      <AccountForm
        action={register}
        refusals={await refusalWords({ conflict: t('taken'), forbidden: t('otherDomain') })}
        labels={await accountWords(t('register'))}
      />
    </PlainPage>
  )
}
