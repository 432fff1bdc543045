import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#db/embedded/port'
import { startChild } from './child.ts'
import { type Load, loadPage } from './load.ts'
import { toUndo } from './undo.ts'

/** The same compressed bytes from nginx, one process as well, measured the same way; undefined where nginx is not installed. */
export async function loadNginx(body: Buffer): Promise<Load | undefined> {
  if (spawnSync('nginx', ['-v']).error) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'errata-nginx-'))
  const remove = toUndo(() => rm(folder, { recursive: true, force: true }))
  const nginx = await startNginx(folder, body)
  const load = await loadPage(nginx.url, '/page.html', nginx.pid)
  await nginx.stop()
  await remove()
  return load
}

async function startNginx(folder: string, body: Buffer) {
  const port = await freePort()
  await mkdir(join(folder, 'html'))
  await writeFile(join(folder, 'html', 'page.html'), body)
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, port))
  const nginx = startChild('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`${url}/page.html`, { method: 'HEAD' }).catch(() => undefined)
    if (answer?.ok) return { url, pid: nginx.pid, stop: nginx.stop }
    await wait(50)
  }
  throw new Error('nginx did not answer within ten seconds.')
}

function configuration(folder: string, port: number): string {
  return `daemon off; master_process off;
pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off; sendfile on; keepalive_requests 100000000; types { text/html html; }
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; root ${folder}/html; add_header Content-Encoding br; }
}
`
}
