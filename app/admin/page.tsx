import { redirect } from 'next/navigation'
import { requireAdmin } from './require-admin.ts'

export default async function AdminIndex() {
  await requireAdmin('people')
  redirect('/admin/people')
}
