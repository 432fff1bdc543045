import { useTranslations } from 'next-intl'
import type { listPeople } from '#lib/auth/queries'
import { ActionForm } from '#ui/action-form'
import { ChoiceField } from '#ui/choice-field'
import { Time } from '#ui/time'
import { changeRole, endSessions, readmit, suspend } from '../../_actions/admin.ts'
import { ResetLink } from './reset-link.tsx'

type Props = { person: Awaited<ReturnType<typeof listPeople>>[number]; refusals: Record<string, string> }

/** One person and what an admin can do about them. */
export function PersonRow({ person, refusals }: Props) {
  const t = useTranslations('admin')
  const role = useTranslations('role')
  const hidden = { person: person.id }
  const common = { refusals, hidden, tone: 'plain', inline: true } as const
  return (
    <li>
      <div>
        {person.name}
        {person.suspendedAt ? <strong className="form-status"> · {t('suspended')}</strong> : null}
        <small>
          {[
            person.email,
            t('sessions', { sessions: person.sessions }),
            person.secondFactorOn ? t('secondFactor') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <small>
          {t('joined')} <Time at={person.createdAt} />
        </small>
      </div>
      <div className="actions">
        <ActionForm action={changeRole} submit={t('changeRole')} done={t('saved')} {...common}>
          <ChoiceField
            name="role"
            label={t('role')}
            defaultValue={person.role}
            options={(['member', 'editor', 'admin'] as const).map((value) => ({ value, label: role(value) }))}
          />
        </ActionForm>
        <ResetLink
          person={person.id}
          refusals={refusals}
          labels={{ submit: t('reset'), note: t('resetNote'), copy: t('copy'), copied: t('copied') }}
        />
        {person.sessions > 0 ? (
          <ActionForm action={endSessions} submit={t('endSessions')} {...common} />
        ) : null}
        {person.suspendedAt ? (
          <ActionForm action={readmit} submit={t('readmit')} {...common} />
        ) : (
          <ActionForm action={suspend} submit={t('suspend')} {...common} tone="danger" />
        )}
      </div>
    </li>
  )
}
