import { useTranslations } from 'next-intl'
import { locales } from '#lib/i18n/locale'
import { ActionForm } from '#ui/action-form'
import { CheckField } from '#ui/check-field'
import { ChoiceField } from '#ui/choice-field'
import { TextField } from '#ui/text-field'
import { changeProfile } from '../_actions/account.ts'

const languageNames = { 'zh-CN': '中文', en: 'English' }

type Props = {
  account: { name: string; locale: string | null; theme: string; shortcuts: boolean }
  refusals: Record<string, string>
}

/** Name, language, appearance, and whether single keys act. */
export function ProfilePanel({ account, refusals }: Props) {
  const t = useTranslations('account')
  const enter = useTranslations('enter')
  const settings = useTranslations('settings')
  return (
    <section className="panel" aria-labelledby="profile">
      <h2 id="profile">{t('profile')}</h2>
      <ActionForm action={changeProfile} refusals={refusals} submit={t('save')}>
        <TextField
          name="name"
          label={enter('name')}
          hint={enter('nameHint')}
          defaultValue={account.name}
          maxLength={80}
          required
        />
        <ChoiceField
          name="locale"
          label={t('language')}
          defaultValue={account.locale ?? ''}
          options={[
            { value: '', label: t('languageAuto') },
            ...locales.map((value) => ({ value, label: languageNames[value] })),
          ]}
        />
        <ChoiceField
          name="theme"
          label={t('theme')}
          defaultValue={account.theme}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: settings(value) }))}
        />
        <CheckField
          name="shortcuts"
          label={t('shortcuts')}
          hint={t('shortcutsHint')}
          defaultChecked={account.shortcuts}
        />
      </ActionForm>
    </section>
  )
}
