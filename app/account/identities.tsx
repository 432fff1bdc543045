import { useTranslations } from 'next-intl'
import { ActionForm } from '#ui/action-form'
import { CurrentPasswordField } from '#ui/current-password-field'
import { Time } from '#ui/time'
import { unlinkIdentity } from '../_actions/account.ts'
import { LinkIdentity } from './link-identity.tsx'

type Props = {
  identities: { issuer: string; linkedAt: Date }[]
  providers: { key: string; name: string }[]
  refusals: Record<string, string>
}

/** Identities at outside providers that sign this person in; shown only where a provider is configured or linked. */
export function Identities({ identities, providers, refusals }: Props) {
  const t = useTranslations('account')
  if (identities.length === 0 && providers.length === 0) return null
  const words = { ...refusals, 'field.password': refusals['field.current'] ?? '' }
  return (
    <section className="panel" aria-labelledby="identities">
      <h2 id="identities">{t('identities')}</h2>
      {identities.length === 0 ? <p>{t('identitiesNone')}</p> : null}
      <ul className="rows-of-people">
        {identities.map(({ issuer, linkedAt }) => (
          <li key={issuer}>
            <div>
              {issuer}
              <small>
                <Time at={linkedAt} />
              </small>
            </div>
            <ActionForm
              action={unlinkIdentity}
              refusals={words}
              submit={t('unlink')}
              tone="danger"
              hidden={{ issuer }}
              inline
            >
              <CurrentPasswordField label={t('currentPassword')} />
            </ActionForm>
          </li>
        ))}
      </ul>
      {providers.map(({ key, name }) => (
        <LinkIdentity
          key={key}
          provider={key}
          refusals={words}
          labels={{
            link: t('link', { provider: name }),
            go: t('linkGo', { provider: name }),
            password: t('currentPassword'),
          }}
        />
      ))}
    </section>
  )
}
