import { getTranslations } from 'next-intl/server'
import { listPeople } from '#lib/auth/queries'
import { refusalWords } from '../../_layout/refusals.ts'
import { AdminPage } from '../admin-page.tsx'
import { requireAdmin } from '../require-admin.ts'
import { PersonRow } from './person-row.tsx'

/** Everybody with an account: role, suspension, reset link, sessions. */
export default async function PeoplePage() {
  const viewer = await requireAdmin('people')
  const t = await getTranslations('admin')
  const [people, refusals] = await Promise.all([
    listPeople(viewer),
    refusalWords({ conflict: t('lastAdmin') }),
  ])
  return (
    <AdminPage place="people" lead={t('count', { people: people.length })}>
      <ul className="rows-of-people">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} refusals={refusals} />
        ))}
      </ul>
    </AdminPage>
  )
}
