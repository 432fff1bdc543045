import { useTranslations } from 'next-intl'
import { ActionForm } from '#ui/action-form'
import { Time } from '#ui/time'
import { endSession, signOutEverywhere } from '../_actions/account.ts'
import { deviceName } from './device-name.ts'

type Props = {
  sessions: { id: string; device: string; address: string; seenAt: Date }[]
  current: string | undefined
  refusals: Record<string, string>
}

/** Where one is signed in, each to be ended. */
export function Sessions({ sessions, current, refusals }: Props) {
  const t = useTranslations('account')
  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions')}</h2>
      <ul className="rows-of-people">
        {sessions.map(({ id, device, address, seenAt }) => (
          <li key={id}>
            <div>
              {deviceName(device) || t('unknownDevice')}
              <small>
                {address} · {t('seen')} <Time at={seenAt} />
                {id === current ? ` · ${t('thisSession')}` : null}
              </small>
            </div>
            {id === current ? null : (
              <ActionForm
                action={endSession}
                refusals={refusals}
                submit={t('end')}
                tone="plain"
                hidden={{ session: id }}
                inline
              />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={signOutEverywhere} refusals={refusals} submit={t('everywhere')} tone="danger" />
      ) : null}
    </section>
  )
}
