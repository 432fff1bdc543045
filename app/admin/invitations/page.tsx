import { getTranslations } from 'next-intl/server'
import { listOpenInvitations } from '#lib/auth/queries'
import { ActionForm } from '#ui/action-form'
import { EmptyState } from '#ui/empty-state'
import { Time } from '#ui/time'
import { revokeInvitation } from '../../_actions/admin.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { AdminPage } from '../admin-page.tsx'
import { requireAdmin } from '../require-admin.ts'
import { InviteForm } from './invite-form.tsx'

/** Inviting people, and the invitations that still admit somebody. */
export default async function InvitationsPage() {
  const viewer = await requireAdmin('invitations')
  const [t, role, invitations, refusals] = await Promise.all([
    getTranslations('admin'),
    getTranslations('role'),
    listOpenInvitations(viewer),
    refusalWords(),
  ])
  const roles = (['member', 'editor', 'admin'] as const).map((value) => ({ value, label: role(value) }))
  return (
    <AdminPage place="invitations">
      <section className="panel">
        <InviteForm
          roles={roles}
          refusals={refusals}
          labels={{
            role: t('role'),
            uses: t('uses'),
            days: t('days'),
            submit: t('invite'),
            note: t('inviteNote'),
            copy: t('copy'),
            copied: t('copied'),
          }}
        />
      </section>
      <section className="panel" aria-labelledby="open">
        <h2 id="open">{t('openInvitations')}</h2>
        {invitations.length === 0 ? <EmptyState title={t('noInvitations')} /> : null}
        <ul className="rows-of-people">
          {invitations.map(({ id, uses, maxUses, expiresAt, createdBy, ...invitation }) => (
            <li key={id}>
              <div>
                {t('invitation', { role: role(invitation.role), uses, maxUses })}
                <small>
                  {createdBy} · {t('expires')} <Time at={expiresAt} />
                </small>
              </div>
              <ActionForm
                action={revokeInvitation}
                refusals={refusals}
                submit={t('revoke')}
                tone="danger"
                hidden={{ invitation: id }}
                inline
              />
            </li>
          ))}
        </ul>
      </section>
    </AdminPage>
  )
}
