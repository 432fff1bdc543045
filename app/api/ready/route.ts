import { checkReadiness } from '#lib/admin/readiness'

export const dynamic = 'force-dynamic'

export async function GET() {
  const readiness = await checkReadiness()
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { 'Cache-Control': 'no-store' },
  })
}
