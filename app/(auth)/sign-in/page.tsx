import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { localPath } from '#lib/auth/local-path'
import { configuredProviders } from '#lib/auth/providers'
import { readViewer } from '#lib/auth/session'
import { findSettings } from '#lib/auth/settings'
import { isSignedIn } from '#lib/auth/viewer'
import { answersAction } from '../../_actions/answers-action.ts'
import { PlainPage } from '../../_layout/plain-page.tsx'
import { refusalWords } from '../../_layout/refusals.ts'
import { ProviderButton } from './provider-button.tsx'
import { SignInForm } from './sign-in-form.tsx'

type Props = { searchParams: Promise<Record<'next' | 'error' | 'notice', string | string[] | undefined>> }

export async function generateMetadata() {
  return { title: (await getTranslations('enter'))('signIn'), robots: { index: false } }
}

/** Sign in by password or by a configured provider, then back to where one was. */
export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const [next, error, notice] = [asked.next, asked.error, asked.notice].map((given) => [given].flat()[0])
  if (isSignedIn(await readViewer()) && !(await answersAction())) redirect(localPath(next))
  const [t, { openRegistration }] = await Promise.all([getTranslations('enter'), findSettings()])
  const target = localPath(next)
  const wayBack = target === '/' ? undefined : /\/edit\b/.test(target) ? t('backToText') : t('back')
  const lead = notice === 'reset' ? t('resetDone') : wayBack
  const errors = new Map([
    ['not-linked', t('notLinked')],
    ['link-first', t('linkFirst')],
  ])
  return (
    <PlainPage title={t('signInTitle')} lead={error ? (errors.get(error) ?? t('failed')) : lead}>
      <SignInForm
        next={target}
        refusals={await refusalWords({ forbidden: t('wrong') })}
        labels={{
          email: t('email'),
          password: t('password'),
          code: t('code'),
          codeHint: t('codeHint'),
          submit: t('signIn'),
        }}
      />
      {configuredProviders().map(({ key, name }) => (
        <ProviderButton key={key} provider={key} label={t('with', { provider: name })} next={target} />
      ))}
      <p>
        <a href="/reset">{t('forgotten')}</a>
      </p>
      {openRegistration ? (
        <p>
          {t('noAccount')} <a href="/register">{t('register')}</a>
        </p>
      ) : null}
    </PlainPage>
  )
}
