import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { firstAdminLinkWorks } from '#lib/auth/first-admin'
import { AccountForm } from '#ui/account-form'
import { answersAction } from '../../../_actions/answers-action.ts'
import { makeFirstAdmin } from '../../../_actions/enter.ts'
import { accountWords } from '../../../_layout/account-words.ts'
import { PlainPage } from '../../../_layout/plain-page.tsx'
import { refusalWords } from '../../../_layout/refusals.ts'

/** Behind the link that the first start prints; once there is an admin there is no such page, for ever. */
export default async function FirstAdminPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  if (!(await firstAdminLinkWorks(token)) && !(await answersAction())) notFound()
  const t = await getTranslations('enter')
  return (
    <PlainPage title={t('firstTitle')} lead={t('firstHint')}>
      <AccountForm
        action={makeFirstAdmin}
        hidden={{ token }}
        refusals={await refusalWords({ 'not-found': t('deadLink') })}
        labels={await accountWords(t('firstSubmit'))}
      />
    </PlainPage>
  )
}
