import { redirect } from 'next/navigation'
import { requireAdmin } from './admin-page.tsx'

export default async function AdminIndex() {
  await requireAdmin('people')
  redirect('/admin/people')
}
