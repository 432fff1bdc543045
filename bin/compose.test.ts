import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Service = {
  image?: string
  build?: string | { dockerfile_inline: string }
  user?: string
  environment?: Record<string, string>
  ports?: string[]
  volumes?: string[]
  read_only?: boolean
  privileged?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
}

const root = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(root, name), 'utf8')
const text = read('docker-compose.yml')
const compose: { services: Record<string, Service>; volumes: Record<string, null> } = parse(text)
const services = Object.entries(compose.services)
const dockerfile = read('Dockerfile')
const secrets = ['POSTGRES_PASSWORD', 'MEILI_MASTER_KEY', 'AUTH_SECRET']

test('the team set-up is app, Postgres 18 and Meilisearch', () => {
  expect(services.map(([name]) => name)).toEqual(['app', 'postgres', 'meilisearch'])
  expect(compose.services.postgres?.image).toBe('postgres:18')
  expect(compose.services.meilisearch?.build).toMatchObject({
    dockerfile_inline: expect.stringContaining('FROM getmeili/meilisearch:v1.21\n'),
  })
})

test('every secret is demanded wherever it is used, and has a default nowhere', () => {
  for (const secret of secrets) {
    const uses = [...text.matchAll(new RegExp(`\\$\\{?${secret}[^}]*`, 'g'))].map(([use]) => use)
    expect(uses).not.toEqual([])
    for (const use of uses) expect(use).toMatch(new RegExp(`^\\$\\{${secret}:\\?.`))
    expect(read('.env.example')).toMatch(new RegExp(`^${secret}=$`, 'm'))
    expect(dockerfile).not.toContain(secret)
  }
})

test('what looks like a secret is one of those that are demanded', () => {
  const settings = services.flatMap(([, service]) => Object.entries(service.environment ?? {}))
  const secretive = settings.filter(([name]) => /PASSWORD|SECRET|KEY|DATABASE_URL/.test(name))
  expect(secretive.length).toBeGreaterThanOrEqual(5)
  for (const [, value] of secretive)
    expect(secrets.some((secret) => value.includes(`\${${secret}:?`))).toBe(true)
})

test.each(services)(
  '%s has a health check, no rights beyond its work and a root file system it cannot change',
  (_, service) => {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1)
    expect(service.cap_drop).toEqual(['ALL'])
    expect(service.security_opt).toContain('no-new-privileges:true')
    expect(service.read_only).toBe(true)
    expect(service.privileged).toBeUndefined()
  },
)

test('nobody runs as root', () => {
  const user = /^USER (\S+)$/m.exec(dockerfile.slice(dockerfile.lastIndexOf('\nFROM ')))?.[1]
  expect(user).toBe('node')
  for (const [name, { user }] of services)
    if (name !== 'app') expect(user).toMatch(/^(postgres|[1-9]\d*:[1-9]\d*)$/)
})

test('only the app can be reached from outside, and it waits until the others are well', () => {
  const reachable = services.filter(([, service]) => service.ports)
  expect(reachable.map(([name]) => name)).toEqual(['app'])
  expect(compose.services.app?.depends_on).toEqual({
    postgres: { condition: 'service_healthy' },
    meilisearch: { condition: 'service_healthy' },
  })
})

test('what has to last lies in volumes that are declared', () => {
  const mounted = services.flatMap(([, service]) =>
    (service.volumes ?? []).map((volume) => volume.split(':')[0]),
  )
  expect(mounted.sort()).toEqual(Object.keys(compose.volumes).sort())
  // The image of Postgres 18 refuses a volume at the old place, `/var/lib/postgresql/data`.
  expect(compose.services.postgres?.volumes).toEqual(['postgres-data:/var/lib/postgresql'])
})

test('the image is built on Node 24 in stages, and takes over only what exists', () => {
  const stages = [...dockerfile.matchAll(/^FROM (\S+) AS (\S+)$/gm)].map(([, from, name]) => [from, name])
  expect(stages[0]).toEqual(['node:24-slim', 'base'])
  expect(stages.map(([, name]) => name)).toEqual(['base', 'dependencies', 'build', 'runtime'])
  expect(stages.at(-1)?.[0]).toBe('base')
  const kept = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
  const copied = [...dockerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = '']) =>
    paths.split(' '),
  )
  for (const path of copied) {
    const top = path.replace('/app/', '').split('/')[0] ?? ''
    if (!['node_modules', '.next', '.build'].includes(top)) expect(kept).toContain(`!${top}`)
  }
})
