import { getTranslations } from 'next-intl/server'

/** The words of the form with which an account is made. */
export async function accountWords(submit: string) {
  const t = await getTranslations('enter')
  return {
    name: t('name'),
    nameHint: t('nameHint'),
    email: t('email'),
    password: t('password'),
    passwordHint: t('passwordHint'),
    submit,
  }
}
