import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findOpenInvitation } from '#lib/auth/join'
import { AccountForm } from '#ui/account-form'
import { answersAction } from '../../../_actions/answers-action.ts'
import { join } from '../../../_actions/enter.ts'
import { accountWords } from '../../../_layout/account-words.ts'
import { PlainPage } from '../../../_layout/plain-page.tsx'
import { refusalWords } from '../../../_layout/refusals.ts'

/** Behind an invitation's link: an account with the role it offers. A link that does not work leads nowhere. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invitation = await findOpenInvitation(token)
  if (!invitation && !(await answersAction())) notFound()
  const [t, role] = await Promise.all([getTranslations('enter'), getTranslations('role')])
  return (
    <PlainPage
      title={t('joinTitle')}
      lead={invitation ? t('joinAs', { role: role(invitation.role) }) : undefined}
    >
      <AccountForm
        action={join}
        hidden={{ token }}
        refusals={await refusalWords({ conflict: t('taken'), 'not-found': t('deadLink') })}
        labels={await accountWords(t('join'))}
      />
    </PlainPage>
  )
}
