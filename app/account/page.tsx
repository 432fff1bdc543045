import { getTranslations } from 'next-intl/server'
import { configuredProviders } from '#lib/auth/providers'
import { countRecoveryCodes, findAccount, listIdentities, listSessions } from '#lib/auth/queries'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { Identities } from './identities.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { ProfilePanel } from './profile-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { Sessions } from './sessions.tsx'

type Props = { searchParams: Promise<{ notice?: string }> }

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title'), robots: { index: false } }
}

/** One's own account: profile, password, second factor, sessions, linked identities. */
export default async function AccountPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/account')
  const [t, { notice }, account, sessions, identities, codes, refusals] = await Promise.all([
    getTranslations('account'),
    searchParams,
    findAccount(viewer),
    listSessions(viewer, viewer.id),
    listIdentities(viewer),
    countRecoveryCodes(viewer),
    refusalWords(),
  ])
  if (!account) return null
  return (
    <Shell>
      <header className="page-head account-head">
        <h1>{t('title')}</h1>
        <p>{account.email}</p>
        <p data-needs="admin" hidden>
          <a href="/admin">{t('admin')}</a>
        </p>
        {notice === 'linked' || notice === 'saved' ? <p role="status">{t(notice)}</p> : null}
        <form method="post" action="/sign-out" className="form">
          <button type="submit" className="button">
            {t('signOut')}
          </button>
        </form>
      </header>
      <ProfilePanel account={account} refusals={refusals} />
      <PasswordPanel refusals={refusals} />
      <SecondFactorPanel
        isOn={account.secondFactorOn}
        hasPassword={account.hasPassword}
        codes={codes}
        isNeeded={notice === 'second-factor'}
        refusals={refusals}
      />
      <Sessions sessions={sessions} current={viewer.sessionId} refusals={refusals} />
      <Identities identities={identities} providers={configuredProviders()} refusals={refusals} />
    </Shell>
  )
}
