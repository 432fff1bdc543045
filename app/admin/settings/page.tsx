import { getTranslations } from 'next-intl/server'
import { findSettings } from '#lib/auth/settings'
import { ActionForm } from '#ui/action-form'
import { CheckField } from '#ui/check-field'
import { TextField } from '#ui/text-field'
import { changeSettings } from '../../_actions/admin.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { AdminPage } from '../admin-page.tsx'
import { requireAdmin } from '../require-admin.ts'

/** Who may join, and what editors need. */
export default async function SettingsPage() {
  await requireAdmin('settings')
  const [t, settings, refusals] = await Promise.all([
    getTranslations('admin'),
    findSettings(),
    refusalWords(),
  ])
  return (
    <AdminPage place="settings">
      <section className="panel">
        <ActionForm action={changeSettings} refusals={refusals} submit={t('save')} done={t('saved')}>
          <CheckField
            name="openRegistration"
            label={t('openRegistration')}
            hint={t('openRegistrationHint')}
            defaultChecked={settings.openRegistration}
          />
          <TextField
            name="allowedDomain"
            label={t('allowedDomain')}
            hint={t('allowedDomainHint')}
            defaultValue={settings.allowedDomain}
          />
          <CheckField
            name="editorsNeedSecondFactor"
            label={t('editorsNeed')}
            hint={t('editorsNeedHint')}
            defaultChecked={settings.editorsNeedSecondFactor}
          />
        </ActionForm>
      </section>
    </AdminPage>
  )
}
